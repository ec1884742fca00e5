// Leads from the old address of a page to the new one, with the query and the fragment, which only a script can keep.
const moved = new URL(document.currentScript.dataset.to, location.href);
moved.search = location.search;
moved.hash = location.hash;
window.stop(); // before the refresh below the script is read, which would lead on without them
location.replace(moved);
