// What lists with filters share: words that all must stand in a text, the choice in the address, and links into the list.
const lowerWords = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
const hasAll = (text, words) => words.every((word) => text.includes(word));

const readAddress = () => new URL(location).searchParams;
const writeAddress = (values) => {
  const address = new URL(location);
  for (const [name, value] of Object.entries(values)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
};

// Calls `reveal` with the part of a list that the address leads to, now and when the address changes.
const onTarget = (list, reveal) => {
  const look = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && list.contains(target)) reveal(target);
  };
  addEventListener("hashchange", look);
  look();
};
