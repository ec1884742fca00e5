// Returns a new element with these properties.
const element = (tag, properties) => Object.assign(document.createElement(tag), properties);

// Texts in the language of the page. The build puts `words` above, which has the translation of each text below; one for
// counts has several, by plural category.
const filled = (text, values) => text.replace(/%\((\w+)\)s/g, (_whole, name) => values[name]);
const _ = (text, values = {}) => filled(words[text] ?? text, values);
const ngettext = (one, many, num, values = {}) => {
  const forms = words[one] ?? { one, other: many };
  const category = new Intl.PluralRules(document.documentElement.lang).select(num);
  return filled(forms[category] ?? forms.other, { num, ...values });
};
