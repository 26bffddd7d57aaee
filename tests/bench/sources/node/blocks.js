// The blocks of a page as HTML, for Eleventy and Astro: plain strings are the quickest both take.
const row = (columns, [first, ...cells]) =>
  `<tr>\n<th scope="row">${first}</th>${cells.map((cell, place) => cell ? `<td data-label="${columns[place + 1]}">${cell}</td>` : "<td></td>").join("")}</tr>`;

const WRITERS = {
  heading: ({ level, attributes, html }) => `<h${level}${attributes}>${html}</h${level}>`,
  paragraph: ({ attributes, html }) => `<p${attributes}>${html}</p>`,
  list: ({ tag, attributes, items }) => `<${tag}${attributes}>${items.map((item) => `<li>${item}</li>`).join("")}</${tag}>`,
  facts: ({ attributes, rows }) =>
    `<dl${attributes}>${rows.map(({ terms, values }) => `<div>\n${terms.map((term) => `<dt>${term}</dt>`).join("")}${values.map((value) => `<dd>${value}</dd>`).join("")}</div>`).join("")}</dl>`,
  table: ({ attributes, caption, columns, rows }) =>
    `<table${attributes}>${caption ? `<caption>${caption}</caption>` : ""}<thead>\n<tr>${columns.map((column) => `<th scope="col">${column}</th>`).join("")}</tr>\n</thead>\n<tbody>${rows.map((cells) => row(columns, cells)).join("")}</tbody>\n</table>`,
  cards: ({ tag, attributes, cards }) => `<${tag}${attributes}>${cards.map((card) => `<li>\n${blocks(card)}</li>`).join("")}</${tag}>`,
  group: ({ tag, attributes, summary, blocks: inside }) =>
    `<${tag}${attributes}>\n${summary ? `<summary>${summary}</summary>\n` : ""}${blocks(inside)}</${tag}>`,
  html: ({ html }) => html,
};

export const blocks = (all) => all.map((block) => `${WRITERS[block.kind](block)}\n`).join("");
