// How values are written. Numbers arrive as exact decimal text and never become doubles here.
import { language, say } from './i18n.js';

const grouped = (number) => {
  const [, sign, whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(number)) ?? [];
  if (whole === undefined) return String(number);
  const vi = language.value === 'vi';
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, vi ? '.' : ',');
  return sign + digits + (fraction ? (vi ? ',' : '.') + fraction : '');
};

// Decimal text of a number that was typed as `grouped` writes it; anything else stays as it is. No
// group begins with 0: 0.125 is no 125, in either language.
const ungrouped = (text) => {
  const vi = language.value === 'vi';
  const whole = vi ? /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/ : /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
  const plain = whole.test(text) ? text.replaceAll(vi ? '.' : ',', '') : text;
  return vi ? plain.replace(',', '.') : plain;
};

const bounds = ({ min_value: low, max_value: high }) => {
  if (low !== null && high !== null) return `${grouped(low)} – ${grouped(high)}`;
  if (low !== null) return `≥ ${grouped(low)}`;
  if (high !== null) return `≤ ${grouped(high)}`;
  return '?';
};

// "gần 16.500.000 VND", "43 / 55", "5 – 7 %", "12 tháng".
const amount = (figure) => {
  const number = figure.value === null ? bounds(figure) : grouped(figure.value);
  return [
    figure.modifier === 'exact' ? '' : say('modifier', figure.modifier),
    figure.of === null ? number : `${number} / ${grouped(figure.of)}`,
    figure.unit ? say('unit', figure.unit) : '',
    figure.per ? `/ ${figure.per}` : '',
  ]
    .filter(Boolean)
    .join(' ');
};

// A time in UTC as the log has it, in the reader's zone and habit.
const when = (iso) => new Date(iso).toLocaleString(language.value === 'vi' ? 'vi-VN' : 'en-GB');

const percent = (share) => `${Math.round(share * 100)} %`;

export { amount, grouped, percent, ungrouped, when };
