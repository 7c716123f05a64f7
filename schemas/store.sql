-- The SQLite store: what `solieu extract --to sqlite:FILE` writes and `solieu query`, `export` and
-- `review` read. This file is the only source of the schema; it is compiled into the program.
--
-- A store is brought up to date by the migrations below that its table `migrations` does not name yet,
-- in order, each in a transaction. A migration begins with its comment "migration N: title"; one that was
-- ever released is never edited: changes are a new one at the end.
--
-- Names are those of schemas/article.schema.json; a nested key is joined (unit_org.mention is
-- unit_org_mention), and the few that SQL reserves are spelled out (source_start, of_value,
-- figure_group). NULL is null. source_start and source_end count bytes of the source, text_start and
-- text_end code points of articles.text.
--
-- Exact numbers: a decimal is stored as TEXT, digit for digit (value). Beside it stands a generated
-- column for sums and comparisons (value_num): an exact 64-bit integer when the value is whole and
-- fits, as amounts in VND are, else the nearest double.
--
-- Writers: foreign keys are ON, the journal is WAL. An article's row keeps its number (article) when
-- it is extracted again, a figure's row keeps its number (figure) as long as the source's bytes, kind
-- and place are the same, so that what points to them survives a run with other rules.

CREATE TABLE IF NOT EXISTS migrations (
  version INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  applied TEXT NOT NULL               -- ISO 8601 in UTC
);

-- migration 1: articles and their figures

-- What wrote articles: one row for each version and rule set.
CREATE TABLE runs (
  run INTEGER PRIMARY KEY,
  solieu TEXT NOT NULL,               -- version of the program
  rules TEXT NOT NULL,                -- sha256 of the rule set
  started TEXT NOT NULL,              -- when it first wrote here, ISO 8601 in UTC
  UNIQUE (solieu, rules)
);

CREATE TABLE articles (
  article INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,            -- as in the record
  status TEXT NOT NULL,
  duplicate_of TEXT,                  -- id of the article that says the same
  uri TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  captured_at TEXT,
  title TEXT,
  byline TEXT,
  site TEXT,
  url TEXT,
  language TEXT NOT NULL,
  published TEXT,
  modified TEXT,
  text TEXT NOT NULL,                 -- the clean text, always
  signature BLOB NOT NULL,            -- MinHash of the text's words: finds syndicated copies
  run INTEGER NOT NULL REFERENCES runs,
  published_day TEXT GENERATED ALWAYS AS (substr(published, 1, 10)) VIRTUAL
);
CREATE INDEX articles_sha256 ON articles (sha256);

CREATE TABLE figures (
  figure INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  id TEXT NOT NULL,                   -- 16 hexadecimal digits, unique within the article
  kind TEXT NOT NULL,
  value TEXT,
  min_value TEXT,
  max_value TEXT,
  of_value TEXT,                      -- of a ratio, the n
  unit TEXT,
  modifier TEXT NOT NULL,
  modifier_text TEXT,
  quote TEXT NOT NULL,
  source_start INTEGER NOT NULL,
  source_end INTEGER NOT NULL,
  text_start INTEGER NOT NULL,
  text_end INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  counted TEXT,
  counted_lemma TEXT,
  per TEXT,
  table_row TEXT,
  table_column TEXT,
  action TEXT,
  status TEXT NOT NULL,
  change TEXT,                        -- increase or decrease: the figure is itself a difference
  change_baseline TEXT,
  change_baseline_value TEXT,
  period TEXT,
  period_basis TEXT,
  unit_org TEXT,                      -- the fullest name
  unit_org_mention TEXT,
  unit_org_ref TEXT,
  unit_org_basis TEXT,
  place TEXT,
  programme TEXT,
  figure_group INTEGER,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  value_num NUMERIC GENERATED ALWAYS AS (CAST(value AS NUMERIC)) VIRTUAL,
  min_value_num NUMERIC GENERATED ALWAYS AS (CAST(min_value AS NUMERIC)) VIRTUAL,
  max_value_num NUMERIC GENERATED ALWAYS AS (CAST(max_value AS NUMERIC)) VIRTUAL,
  of_value_num NUMERIC GENERATED ALWAYS AS (CAST(of_value AS NUMERIC)) VIRTUAL,
  UNIQUE (article, id)
);
CREATE INDEX figures_unit_org ON figures (unit_org) WHERE unit_org IS NOT NULL;
CREATE INDEX figures_place ON figures (place) WHERE place IS NOT NULL;
CREATE INDEX figures_programme ON figures (programme) WHERE programme IS NOT NULL;

-- Organisations and administrative units mentioned.
CREATE TABLE units (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  n INTEGER NOT NULL,                 -- 0, 1, 2 ... in the order of the record
  id TEXT NOT NULL,
  mention TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  level TEXT NOT NULL,
  ref TEXT,
  ref_name TEXT,
  place TEXT,
  as_of TEXT,
  source_start INTEGER NOT NULL,
  source_end INTEGER NOT NULL,
  text_start INTEGER NOT NULL,
  text_end INTEGER NOT NULL,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  UNIQUE (article, n)
);

CREATE TABLE dates (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  n INTEGER NOT NULL,
  quote TEXT NOT NULL,
  value TEXT NOT NULL,
  role TEXT NOT NULL,
  source_start INTEGER NOT NULL,
  source_end INTEGER NOT NULL,
  text_start INTEGER NOT NULL,
  text_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  UNIQUE (article, n)
);

-- Arithmetic that an article itself allows.
CREATE TABLE checks (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  holds INTEGER NOT NULL,             -- 1 or 0
  figures TEXT NOT NULL,              -- their ids, a JSON array
  expected TEXT NOT NULL,
  found TEXT NOT NULL,
  note TEXT,
  UNIQUE (article, n)
);
CREATE VIEW check_figures AS
  SELECT c.article, c.n, f.key AS k, f.value AS id FROM checks c, json_each(c.figures) f;

CREATE TABLE warnings (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  n INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  count INTEGER NOT NULL,
  source_start INTEGER,
  source_end INTEGER,
  UNIQUE (article, n)
);

-- Full-text search: WHERE articles_fts MATCH 'hoa binh' finds "Hòa Bình". Tokens lose case and marks
-- (remove_diacritics 2); đ is no d with a mark to Unicode, so it is folded before. Write the query
-- with d for đ.
CREATE VIEW articles_folded AS
  SELECT article, replace(replace(title, 'đ', 'd'), 'Đ', 'D') AS title,
         replace(replace(text, 'đ', 'd'), 'Đ', 'D') AS text
  FROM articles;
CREATE VIRTUAL TABLE articles_fts USING fts5(
  title, text, content = 'articles_folded', content_rowid = 'article',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text)
  VALUES (new.article, replace(replace(new.title, 'đ', 'd'), 'Đ', 'D'),
          replace(replace(new.text, 'đ', 'd'), 'Đ', 'D'));
END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text)
  VALUES ('delete', old.article, replace(replace(old.title, 'đ', 'd'), 'Đ', 'D'),
          replace(replace(old.text, 'đ', 'd'), 'Đ', 'D'));
END;
CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, text ON articles
WHEN old.title IS NOT new.title OR old.text IS NOT new.text BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text)
  VALUES ('delete', old.article, replace(replace(old.title, 'đ', 'd'), 'Đ', 'D'),
          replace(replace(old.text, 'đ', 'd'), 'Đ', 'D'));
  INSERT INTO articles_fts (rowid, title, text)
  VALUES (new.article, replace(replace(new.title, 'đ', 'd'), 'Đ', 'D'),
          replace(replace(new.text, 'đ', 'd'), 'Đ', 'D'));
END;

-- Views that answer common questions.

-- Every figure with what is needed of its article, one flat row each.
CREATE VIEW facts AS
  SELECT a.id AS article_id, a.title, a.published, a.published_day, a.site, a.url, a.duplicate_of, f.*
  FROM figures f JOIN articles a USING (article);

-- The figures that may be added up: a statement counts once (not the articles marked as duplicates, not
-- the second place where an article says the same), prices for one of something and differences do
-- not count.
CREATE VIEW countable AS
  SELECT f.* FROM facts f
  WHERE f.duplicate_of IS NULL AND f.per IS NULL AND f.change IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM check_figures cf JOIN checks c ON c.article = cf.article AND c.n = cf.n
      WHERE cf.article = f.article AND cf.id = f.id AND cf.k > 0 AND c.kind = 'repeat' AND c.holds);

-- Amounts of money. `total` adds up the stated values; how many of them say "more than", "less than" or
-- "about" stands beside it, and so does how many are ranges or vague and hence not in the total.
CREATE VIEW money_by_place AS
  SELECT place, unit AS currency, status, count(*) AS figures, sum(value_num) AS total,
         sum(modifier IN ('above', 'at_least')) AS more_than,
         sum(modifier IN ('below', 'at_most')) AS less_than,
         sum(modifier = 'approx') AS about, sum(value IS NULL) AS not_in_total
  FROM countable WHERE kind = 'money' GROUP BY place, unit, status;
CREATE VIEW money_by_programme AS
  SELECT programme, unit AS currency, status, count(*) AS figures, sum(value_num) AS total,
         sum(modifier IN ('above', 'at_least')) AS more_than,
         sum(modifier IN ('below', 'at_most')) AS less_than,
         sum(modifier = 'approx') AS about, sum(value IS NULL) AS not_in_total
  FROM countable WHERE kind = 'money' AND programme IS NOT NULL GROUP BY programme, unit, status;
CREATE VIEW money_by_unit AS
  SELECT unit_org, place, unit AS currency, status, count(*) AS figures, sum(value_num) AS total,
         sum(modifier IN ('above', 'at_least')) AS more_than,
         sum(modifier IN ('below', 'at_most')) AS less_than,
         sum(modifier = 'approx') AS about, sum(value IS NULL) AS not_in_total
  FROM countable WHERE kind = 'money' AND unit_org IS NOT NULL
  GROUP BY unit_org, place, unit, status;
-- What is counted, how often and how much of it.
CREATE VIEW counted_things AS
  SELECT counted_lemma, unit, status, count(*) AS figures, sum(value_num) AS total,
         min(value_num) AS least, max(value_num) AS most
  FROM countable WHERE counted_lemma IS NOT NULL AND kind IN ('count', 'measure')
  GROUP BY counted_lemma, unit, status;
-- Statements of articles that do not add up.
CREATE VIEW failed_checks AS
  SELECT a.id AS article_id, a.title, c.kind, c.expected, c.found, c.note, c.article, c.n
  FROM checks c JOIN articles a USING (article) WHERE NOT c.holds;

-- migration 2: decisions of reviewers

-- What reviewers decided, a log that is only added to. Article and figure are ids, not rows: the log
-- outlives what it speaks of, and a run with other rules finds its decisions again. `before` and
-- `after` are JSON as in the view figure_fields: what was extracted (NULL: nothing was), and what it
-- should say (NULL: what it said).
CREATE TABLE decisions (
  decision INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL,             -- those made at once are undone at once
  at TEXT NOT NULL,                   -- ISO 8601 in UTC
  reviewer TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'edit', 'add', 'undo')),
  undoes INTEGER UNIQUE REFERENCES decisions,
  article TEXT NOT NULL,
  figure TEXT NOT NULL,
  sha256 TEXT NOT NULL,               -- of the source: decisions hold for these bytes only
  before TEXT,
  after TEXT,
  source_start INTEGER NOT NULL,      -- the evidence as it was then
  source_end INTEGER NOT NULL,
  text_start INTEGER NOT NULL,
  text_end INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  rule TEXT,                          -- NULL: added by hand
  confidence REAL,
  CHECK ((action = 'undo') = (undoes IS NOT NULL))
);
CREATE INDEX decisions_figure ON decisions (article, figure);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN
  SELECT RAISE(ABORT, 'decisions are only added');
END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions BEGIN
  SELECT RAISE(ABORT, 'decisions are only added');
END;

-- What a reviewer judges of a figure, as one JSON object; numbers are decimal text.
CREATE VIEW figure_fields AS
  SELECT figure, article, id, json_object(
    'quote', quote, 'kind', kind, 'value', value, 'min_value', min_value, 'max_value', max_value,
    'of', of_value, 'unit', unit, 'modifier', modifier, 'counted', counted, 'per', per,
    'unit_org', unit_org, 'place', place, 'period', period, 'programme', programme,
    'status', status, 'change', change) AS fields
  FROM figures;

-- Of each reviewer and figure the newest decision that was not undone.
CREATE VIEW standing_decisions AS
  SELECT * FROM decisions d
  WHERE action <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.decision)
    AND NOT EXISTS (
      SELECT 1 FROM decisions n
      WHERE n.article = d.article AND n.figure = d.figure AND n.reviewer = d.reviewer
        AND n.decision > d.decision AND n.action <> 'undo'
        AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = n.decision));

-- What these decisions mean for the records as they are now. A record that says neither what was
-- judged nor what it was corrected to is open again. `figure` is NULL when nothing is extracted
-- there: then the decision alone makes the record, and a rejection none (state NULL). `effective`
-- are the fields as they should be.
CREATE VIEW judgements AS
  SELECT j.*, CASE WHEN j.state = 'reopened' THEN j.fields
              ELSE coalesce(j.after, j.fields, j.before) END AS effective
  FROM (
    SELECT d.decision, d.at, d.reviewer, d.action, a.article, d.figure AS id, f.figure, f.fields,
           d.before, d.after, d.source_start, d.source_end, d.text_start, d.text_end, d.sentence,
           d.rule, d.confidence,
           CASE WHEN f.figure IS NULL AND d.action = 'reject' THEN NULL
                WHEN f.figure IS NOT NULL AND f.fields IS NOT d.before
                     AND f.fields IS NOT d.after THEN 'reopened'
                ELSE CASE d.action WHEN 'accept' THEN 'accepted' WHEN 'reject' THEN 'rejected'
                                   WHEN 'edit' THEN 'edited' ELSE 'added' END
           END AS state
    FROM standing_decisions d JOIN articles a ON a.id = d.article AND a.sha256 = d.sha256
    LEFT JOIN figure_fields f ON f.article = a.article AND f.id = d.figure) j;

-- Of what several reviewers say of a figure, the newest counts.
CREATE VIEW newest_judgements AS
  SELECT * FROM judgements j
  WHERE NOT EXISTS (SELECT 1 FROM standing_decisions n JOIN articles a ON a.id = n.article
                    WHERE a.article = j.article AND n.figure = j.id AND n.decision > j.decision);

-- The figures as reviewers left them: corrected, without rejected and with added ones. `state` is
-- NULL where nobody has decided, and 'reopened' where nobody has since the record changed.
CREATE VIEW reviewed_figures AS
  SELECT r.article, r.figure, r.id, r.state, r.source_start, r.source_end, r.text_start, r.text_end,
         r.sentence, r.rule, r.confidence,
         json_extract(r.fields, '$.quote') AS quote, json_extract(r.fields, '$.kind') AS kind,
         json_extract(r.fields, '$.value') AS value,
         json_extract(r.fields, '$.min_value') AS min_value,
         json_extract(r.fields, '$.max_value') AS max_value,
         json_extract(r.fields, '$.of') AS of_value, json_extract(r.fields, '$.unit') AS unit,
         json_extract(r.fields, '$.modifier') AS modifier,
         json_extract(r.fields, '$.counted') AS counted, json_extract(r.fields, '$.per') AS per,
         json_extract(r.fields, '$.unit_org') AS unit_org, json_extract(r.fields, '$.place') AS place,
         json_extract(r.fields, '$.period') AS period,
         json_extract(r.fields, '$.programme') AS programme,
         json_extract(r.fields, '$.status') AS status, json_extract(r.fields, '$.change') AS change
  FROM (
    SELECT f.article, f.figure, f.id, j.state, f.source_start, f.source_end, f.text_start,
           f.text_end, f.sentence, f.rule, f.confidence, coalesce(j.effective, w.fields) AS fields
    FROM figures f JOIN figure_fields w USING (figure)
    LEFT JOIN newest_judgements j ON j.figure = f.figure
    WHERE j.state IS NOT 'rejected'
    UNION ALL
    SELECT article, NULL, id, state, source_start, source_end, text_start, text_end, sentence, rule,
           confidence, effective
    FROM newest_judgements WHERE figure IS NULL AND state IS NOT NULL) r;

-- migration 3: where the clean text stands in the source

-- Run by run, in the order of the text, the bytes of clean text, doubled, plus one when they are the
-- source's own bytes; else the bytes of source follow. Numbers have seven bits a byte, the lowest first,
-- all but the last byte with the eighth bit set. Empty: the source is the clean text. NULL: written before
-- this migration.
ALTER TABLE articles ADD COLUMN offsets BLOB;
