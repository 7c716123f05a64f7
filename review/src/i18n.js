// The words of the interface, Vietnamese and English.
import { signal } from '@preact/signals';

const words = {
  title: ['solieu · duyệt số liệu', 'solieu · review of figures'],
  skip: ['Đến nội dung chính', 'Skip to the content'],
  views: ['Các trang', 'Pages'],
  'view.review': ['Duyệt', 'Review'],
  'view.table': ['Bảng', 'Table'],
  'view.charts': ['Biểu đồ', 'Charts'],
  'view.quality': ['Chất lượng', 'Quality'],
  search: ['Tìm', 'Search'],
  searchHint: ['Tìm trong bài, không cần dấu', 'Search the articles, accents optional'],
  language: ['English', 'Tiếng Việt'],
  help: ['Phím tắt', 'Keys'],
  helpIntro: [
    'Chọn một phím tắt rồi gõ phím mới để đổi. Phím tắt không chạy khi đang gõ trong ô nhập.',
    'Choose a key and press another one to change it. Keys are off while you type in a field.',
  ],
  resetKeys: ['Đặt lại phím mặc định', 'Restore the default keys'],
  pressKey: ['gõ phím…', 'press a key…'],
  close: ['Đóng', 'Close'],
  article: ['Bài viết', 'Article'],
  records: ['Số liệu trong bài', 'Records of the article'],
  noRecords: ['Bài này không có số liệu.', 'This article has no figures.'],
  empty: ['Không có bản ghi nào khớp với bộ lọc.', 'No record matches the filters.'],
  finished: ['Đã duyệt hết danh sách.', 'The queue is done.'],
  position: ['{0} trong {1}', '{0} of {1}'],
  reviewed: ['{0} trên {1} đã duyệt', '{0} of {1} reviewed'],
  readOnly: ['Chỉ đọc', 'Read-only'],
  reviewer: ['Người duyệt', 'Reviewer'],
  source: ['Nguồn', 'Source'],
  checks: ['Phép kiểm tra', 'Checks'],
  checkHolds: ['đúng', 'holds'],
  checkFails: ['không khớp', 'fails'],
  found: ['bài viết nói', 'the article says'],
  expected: ['tính ra', 'computed'],
  rule: ['Quy tắc', 'Rule'],
  confidence: ['Độ tin cậy', 'Confidence'],
  'action.accept': ['Chấp nhận và đi tiếp', 'Accept and go on'],
  'action.reject': ['Loại bỏ và đi tiếp', 'Reject and go on'],
  'action.edit': ['Sửa', 'Edit'],
  'action.add': ['Thêm từ đoạn đang chọn', 'Add from the selection'],
  'action.undo': ['Hoàn tác', 'Undo'],
  'action.next': ['Bản ghi sau', 'Next record'],
  'action.previous': ['Bản ghi trước', 'Previous record'],
  'action.nextArticle': ['Bài sau', 'Next article'],
  'action.previousArticle': ['Bài trước', 'Previous article'],
  'action.explain': ['Giải thích quy tắc', 'Explain the rules'],
  'action.search': ['Tìm', 'Search'],
  'action.review': ['Trang duyệt', 'Review page'],
  'action.table': ['Trang bảng', 'Table page'],
  'action.charts': ['Trang biểu đồ', 'Charts page'],
  'action.quality': ['Trang chất lượng', 'Quality page'],
  'action.help': ['Trợ giúp', 'Help'],
  accept: ['Chấp nhận', 'Accept'],
  reject: ['Loại bỏ', 'Reject'],
  edit: ['Sửa', 'Edit'],
  add: ['Thêm', 'Add'],
  undo: ['Hoàn tác', 'Undo'],
  explain: ['Giải thích', 'Explain'],
  save: ['Lưu', 'Save'],
  cancel: ['Thôi', 'Cancel'],
  selectFirst: ['Hãy bôi đen con số trong bài trước.', 'Select the figure in the article first.'],
  acceptAll: ['Chấp nhận cả {0} bản ghi chưa duyệt', 'Accept all {0} open records'],
  acceptAllAsk: [
    'Chấp nhận {0} bản ghi chưa duyệt đang hiện? Có thể hoàn tác một lần cho tất cả.',
    'Accept the {0} open records shown? One undo takes all of it back.',
  ],
  acceptedMany: ['Đã chấp nhận {0} bản ghi.', 'Accepted {0} records.'],
  undone: ['Đã hoàn tác {0} quyết định.', 'Took back {0} decisions.'],
  nothingToUndo: ['Không còn gì để hoàn tác.', 'There is nothing to undo.'],
  failed: ['Không làm được: {0}', 'This failed: {0}'],
  stale: ['Kho dữ liệu đã đổi, danh sách được tải lại.', 'The store has changed; the list was loaded anew.'],
  filters: ['Bộ lọc', 'Filters'],
  clear: ['Bỏ lọc', 'Clear'],
  results: ['{0} bản ghi', '{0} records'],
  none: ['(không có)', '(none)'],
  export: ['Xuất', 'Export'],
  'export.log': ['nhật ký quyết định', 'log of decisions'],
  'export.records': ['bản ghi đã sửa (JSON Lines)', 'corrected records (JSON Lines)'],
  'export.csv': ['bản ghi đã sửa (CSV)', 'corrected records (CSV)'],
  'export.gold': ['bản chuẩn cho solieu eval', 'gold for solieu eval'],
  'export.gold-decided': ['bản chuẩn, cả bài mới duyệt một phần', 'gold, also of articles decided in part'],
  'export.rules': ['ví dụ cho quy tắc', 'examples for rules'],
  log: ['Nhật ký quyết định', 'Log of decisions'],
  when: ['Lúc', 'When'],
  what: ['Việc', 'What'],
  before: ['Trước', 'Before'],
  after: ['Sau', 'After'],
  perRule: ['Độ chính xác theo quy tắc', 'Precision per rule'],
  precision: ['Độ chính xác', 'Precision'],
  decided: ['Đã duyệt', 'Decided'],
  agreement: ['Mức đồng thuận', 'Agreement'],
  agreementNone: [
    'Cần hai người cùng duyệt ít nhất một bản ghi.',
    'Two reviewers must have judged a record in common.',
  ],
  pair: ['Hai người', 'Pair'],
  field: ['Trường', 'Field'],
  verdict: ['Phán quyết', 'Verdict'],
  common: ['Số bản ghi chung', 'In common'],
  kappa: ['Kappa của Cohen', "Cohen's kappa"],
  'chart.place': ['Số tiền theo tỉnh (tỷ đồng)', 'Amounts by province (billion VND)'],
  'chart.period': ['Số tiền theo năm (tỷ đồng)', 'Amounts by year (billion VND)'],
  'chart.programme': ['Số bản ghi theo chương trình', 'Records by programme'],
  'chart.confidence': ['Độ tin cậy và độ chính xác đã duyệt', 'Confidence against reviewed precision'],
  chartNote: [
    'Số tiền đồng có giá trị đúng một số; "hơn", "gần" tính theo con số được viết ra.',
    'Amounts in VND with a single value; "over" and "nearly" count as the number written.',
  ],
  ideal: ['lý tưởng', 'ideal'],
  asTable: ['Xem dạng bảng', 'Show as a table'],
  missed: ['có trong nhật ký, không còn được trích', 'in the log, no longer extracted'],
  report: ['Báo cáo số liệu', 'Report of figures'],
  value: ['Giá trị', 'Value'],
  min_value: ['Ít nhất', 'Minimum'],
  max_value: ['Nhiều nhất', 'Maximum'],
  of: ['Trên tổng', 'Out of'],
  kind: ['Loại', 'Kind'],
  unit: ['Đơn vị', 'Unit'],
  modifier: ['Mức độ', 'Modifier'],
  counted: ['Cái được đếm', 'Counted'],
  per: ['Trên mỗi', 'Per'],
  status: ['Tình trạng', 'Status'],
  change: ['Tăng giảm', 'Change'],
  period: ['Thời gian', 'Period'],
  unit_org: ['Của ai', 'Who'],
  place: ['Tỉnh', 'Province'],
  programme: ['Chương trình', 'Programme'],
  state: ['Duyệt', 'Review'],
  check: ['Phép kiểm tra', 'Check'],
  quote: ['Trích dẫn', 'Quote'],
  date: ['Ngày đăng', 'Published'],
  action: ['Hành động', 'Action'],
  group: ['Nhóm', 'Group'],
  sort: ['Sắp xếp', 'Sort'],
  'sort.queue': ['Cần xem trước', 'Needs eyes first'],
  'basis.clause': ['cùng vế', 'clause'],
  'basis.sentence': ['trong câu', 'sentence'],
  'basis.paragraph': ['trong đoạn', 'paragraph'],
  'basis.section': ['trong mục', 'section'],
  'basis.article': ['trong bài', 'article'],
  'basis.default': ['mặc định', 'default'],
  'check.failed': ['không khớp', 'failed'],
  'check.holds': ['khớp', 'holds'],
  'kind.count': ['đếm', 'count'],
  'kind.money': ['tiền', 'money'],
  'kind.percent': ['phần trăm', 'per cent'],
  'kind.ratio': ['tỷ lệ', 'ratio'],
  'kind.measure': ['đo lường', 'measure'],
  'kind.duration': ['khoảng thời gian', 'duration'],
  'kind.age': ['tuổi', 'age'],
  'kind.multiple': ['gấp lần', 'multiple'],
  'unit.a': ['năm', 'years'],
  'unit.mo': ['tháng', 'months'],
  'unit.wk': ['tuần', 'weeks'],
  'unit.d': ['ngày', 'days'],
  'unit.h': ['giờ', 'hours'],
  'unit.min': ['phút', 'minutes'],
  'unit.s': ['giây', 'seconds'],
  'unit.t': ['tấn', 'tonnes'],
  'unit.har': ['ha', 'ha'],
  'unit.m2': ['m²', 'm²'],
  'unit.m3': ['m³', 'm³'],
  'unit.km2': ['km²', 'km²'],
  'unit.Cel': ['°C', '°C'],
  'unit.deg': ['độ', '°'],
  'modifier.exact': ['đúng', 'exact'],
  'modifier.approx': ['khoảng', 'about'],
  'modifier.below': ['gần', 'nearly'],
  'modifier.above': ['hơn', 'over'],
  'modifier.at_least': ['ít nhất', 'at least'],
  'modifier.at_most': ['nhiều nhất', 'at most'],
  'status.actual': ['đã làm', 'actual'],
  'status.target': ['mục tiêu', 'target'],
  'change.increase': ['tăng', 'increase'],
  'change.decrease': ['giảm', 'decrease'],
  'state.open': ['chưa duyệt', 'open'],
  'state.reopened': ['cần duyệt lại', 'reopened'],
  'state.accepted': ['chấp nhận', 'accepted'],
  'state.rejected': ['loại bỏ', 'rejected'],
  'state.edited': ['đã sửa', 'corrected'],
  'state.added': ['thêm vào', 'added'],
  'log.accept': ['chấp nhận', 'accept'],
  'log.reject': ['loại bỏ', 'reject'],
  'log.edit': ['sửa', 'edit'],
  'log.add': ['thêm', 'add'],
  'log.undo': ['hoàn tác', 'undo'],
};

// Names by their codes; the build puts them in from the gazetteer.
const provinces = PROVINCES;

// What the server says in English to somebody who typed something wrong, by its remedies.
const remedies = {
  'write digits, with . for decimals': 'viết bằng chữ số, như 14.700.000 hoặc 40,5',
  'choose one of the list': 'chọn một mục trong danh sách',
  'give the value, or the bounds of a range': 'ghi giá trị, hoặc hai đầu của khoảng',
  'give its ISO 4217 code, such as VND': 'ghi mã tiền tệ ISO 4217, như VND',
  'a ratio says out of how many': 'tỷ lệ phải có tổng số',
  'write 2023, 2023-10 or 2017/2022': 'ghi 2023, 2023-10 hoặc 2017/2022',
  'write VN-20': 'chọn tỉnh, hoặc ghi mã như VN-20',
  'correct that one': 'một số liệu cùng loại đã bắt đầu ở đây, hãy sửa số liệu đó',
  'the selection is empty': 'đoạn chọn không có chữ',
  'the selection is no place in the article': 'đoạn chọn không nằm trong bài',
  'no rule found this figure': 'số liệu này không do quy tắc nào tìm ra',
  'extract it again': 'bài này do phiên bản cũ trích, hãy trích lại',
};

const storage = {
  get: (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // a file:// page may have no storage
    }
  },
  set: (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // nothing to do: the choice holds until the page is closed
    }
  },
};

const wanted = storage.get('language') ?? (navigator.language.startsWith('en') ? 'en' : 'vi');
const language = signal(wanted === 'en' ? 'en' : 'vi');

const t = (key, ...args) => {
  const pair = words[key];
  if (!pair) return key;
  return pair[language.value === 'vi' ? 0 : 1].replace(/\{(\d)\}/g, (_, i) => args[i]);
};

// The word for a value of an enumeration: say('kind', 'money'), or of a code: say('place', 'VN-63').
const say = (field, value) => {
  if (value === null || value === undefined || value === '') return t('none');
  if (field === 'place') return provinces[value] ?? String(value);
  return words[`${field}.${value}`] ? t(`${field}.${value}`) : String(value);
};

// What went wrong, in the language of the page where its words are known.
const fault = ({ message, place, remedy }) => {
  const words = language.value === 'vi' && remedies[remedy];
  if (!words) return message;
  return place ? `${t(place)}: ${words}` : words;
};

const switchLanguage = () => {
  language.value = language.value === 'vi' ? 'en' : 'vi';
  storage.set('language', language.value);
};

export { fault, language, provinces, say, storage, switchLanguage, t };
