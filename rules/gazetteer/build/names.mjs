// Names of units as the sources write them, brought to one form.

const types = ['thành phố', 'thị xã', 'thị trấn', 'đặc khu', 'tỉnh', 'quận', 'huyện', 'phường', 'xã'];

const oldToNew = { òa: 'oà', óa: 'oá', ỏa: 'oả', õa: 'oã', ọa: 'oạ', òe: 'oè', óe: 'oé', ỏe: 'oẻ', õe: 'oẽ', ọe: 'oẹ',
  ùy: 'uỳ', úy: 'uý', ủy: 'uỷ', ũy: 'uỹ', ụy: 'uỵ' };

// The tone mark on the second vowel of an open oa, oe, uy, as the statistics office writes it now.
export function newTone(text) {
  return text.replace(/([òóỏõọ][ae]|[ùúủũụ]y)(?!\p{L})/giu, (vowels) => {
    const moved = oldToNew[vowels.toLowerCase()];
    return [...moved].map((c, i) => (/\p{Lu}/u.test([...vowels][i]) ? c.toUpperCase() : c)).join('');
  });
}

// "Thị Trấn  NT Việt Trung" -> { type: "thị trấn", name: "Nông trường Việt Trung" }
export function splitName(text) {
  const clean = text.normalize('NFC').replace(/Ð/g, 'Đ').replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').trim();
  const type = types.find((t) => clean.toLowerCase().startsWith(`${t} `));
  if (!type) throw new Error(`no type in "${text}"`);
  const name = clean.slice(type.length + 1)
    .replace(/^N\.?T\.? |^Nông [Tt]rường /, 'Nông trường ')
    .replace(/^0+(?=\d)/, '')
    // the sources' capitals fail on letters with two marks: "Xã Đại áng"; "trường" and words after ' stay
    .replace(/(^|[ -])([^\p{Lu}\d\s])/gu, (m, gap, c) => gap + c.toUpperCase())
    .replace(/^Nông Trường (?=.)/, 'Nông trường ')
    .replace(/' /g, "'")
    .replace(/ ?- ?/g, ' - ');
  return { type, name: newTone(name) };
}

// Two spellings with the same key are one name: case, tones' place, y for i, apostrophes, hyphens.
export function nameKey(name) {
  return newTone(name.toLowerCase()).replace(/['\s-]/g, '')
    .replace(/y/g, 'i').replace(/ý/g, 'í').replace(/ỳ/g, 'ì').replace(/ỷ/g, 'ỉ').replace(/ỹ/g, 'ĩ').replace(/ỵ/g, 'ị');
}
