-- The PostgreSQL database: what `solieu extract --to postgres:CONNECTION` writes, into the schema that is
-- first in its search_path. This file is the only source of the DDL; it is compiled into the program.
--
-- Names and views are those of store.sql, which says more, but for reviewers' decisions, which only a store
-- has. Decimals are numeric: exact, whatever their size; value_num, for queries that run on both, is the same
-- value. article and figure are numbers that stay when an article is extracted again.

CREATE TABLE IF NOT EXISTS migrations (
  version integer PRIMARY KEY,
  title text NOT NULL,
  applied timestamptz NOT NULL DEFAULT now()
);

-- migration 1: articles and their figures

-- Letters without case and marks, đ as d.
CREATE FUNCTION fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(lower(normalize(words, NFC)),
    'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ' ||
    'ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ',
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd' ||
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd')
$$;

CREATE TABLE runs (
  run bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  solieu text NOT NULL,               -- version of the program
  rules text NOT NULL,                -- sha256 of the rule set
  started timestamptz NOT NULL DEFAULT now(),  -- when it first wrote here
  UNIQUE (solieu, rules)
);

CREATE TABLE articles (
  article bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text NOT NULL UNIQUE,            -- as in the record
  status text NOT NULL,
  duplicate_of text,                  -- id of the article that says the same
  uri text NOT NULL,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  media_type text NOT NULL,
  encoding text NOT NULL,
  captured_at text,
  title text,
  byline text,
  site text,
  url text,
  language text NOT NULL,
  published text,
  modified text,
  text text NOT NULL,                 -- the clean text, always
  signature bytea NOT NULL,           -- MinHash of the text's words: finds syndicated copies
  run bigint NOT NULL REFERENCES runs,
  published_day text GENERATED ALWAYS AS (substr(published, 1, 10)) STORED,
  folded tsvector NOT NULL GENERATED ALWAYS AS (
    to_tsvector('simple', left(fold(coalesce(title, '') || ' ' || text), 250000))) STORED
);
CREATE INDEX articles_sha256 ON articles (sha256);

CREATE TABLE figures (
  figure bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
  id text NOT NULL,                   -- 16 hexadecimal digits, unique within the article
  kind text NOT NULL,
  value numeric,
  min_value numeric,
  max_value numeric,
  of_value numeric,                      -- of a ratio, the n
  unit text,
  modifier text NOT NULL,
  modifier_text text,
  quote text NOT NULL,
  source_start integer NOT NULL,
  source_end integer NOT NULL,
  text_start integer NOT NULL,
  text_end integer NOT NULL,
  sentence text NOT NULL,
  counted text,
  counted_lemma text,
  per text,
  table_row text,
  table_column text,
  action text,
  status text NOT NULL,
  change text,                        -- increase or decrease: the figure is itself a difference
  change_baseline text,
  change_baseline_value numeric,
  period text,
  period_basis text,
  unit_org text,                      -- the fullest name
  unit_org_mention text,
  unit_org_ref text,
  unit_org_basis text,
  place text,
  programme text,
  figure_group integer,
  confidence numeric NOT NULL,
  rule text NOT NULL,
  UNIQUE (article, id)
);
CREATE INDEX figures_unit_org ON figures (unit_org) WHERE unit_org IS NOT NULL;
CREATE INDEX figures_place ON figures (place) WHERE place IS NOT NULL;
CREATE INDEX figures_programme ON figures (programme) WHERE programme IS NOT NULL;

-- Organisations and administrative units mentioned.
CREATE TABLE units (
  article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
  n integer NOT NULL,                 -- 0, 1, 2 ... in the order of the record
  id text NOT NULL,
  mention text NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  level text NOT NULL,
  ref text,
  ref_name text,
  place text,
  as_of text,
  source_start integer NOT NULL,
  source_end integer NOT NULL,
  text_start integer NOT NULL,
  text_end integer NOT NULL,
  confidence numeric NOT NULL,
  rule text NOT NULL,
  UNIQUE (article, n)
);

CREATE TABLE dates (
  article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
  n integer NOT NULL,
  quote text NOT NULL,
  value text NOT NULL,
  role text NOT NULL,
  source_start integer NOT NULL,
  source_end integer NOT NULL,
  text_start integer NOT NULL,
  text_end integer NOT NULL,
  rule text NOT NULL,
  UNIQUE (article, n)
);

-- Arithmetic that an article itself allows.
CREATE TABLE checks (
  article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
  n integer NOT NULL,
  kind text NOT NULL,
  holds boolean NOT NULL,
  figures jsonb NOT NULL,             -- their ids, a JSON array
  expected numeric NOT NULL,
  found numeric NOT NULL,
  note text,
  UNIQUE (article, n)
);
CREATE VIEW check_figures AS
  SELECT c.article, c.n, f.k - 1 AS k, f.id
  FROM checks c, jsonb_array_elements_text(c.figures) WITH ORDINALITY f (id, k);

CREATE TABLE warnings (
  article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
  n integer NOT NULL,
  code text NOT NULL,
  message text NOT NULL,
  count integer NOT NULL,
  source_start integer,
  source_end integer,
  UNIQUE (article, n)
);

-- Full-text search: WHERE folded @@ plainto_tsquery('simple', fold('Hòa Bình')).
CREATE INDEX articles_folded ON articles USING gin (folded);

-- Views that answer common questions.

-- Every figure with what is needed of its article, one flat row each.
CREATE VIEW facts AS
  SELECT a.id AS article_id, a.title, a.published, a.published_day, a.site, a.url, a.duplicate_of, f.*,
         f.value AS value_num, f.min_value AS min_value_num, f.max_value AS max_value_num,
         f.of_value AS of_value_num
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
         count(*) FILTER (WHERE modifier IN ('above', 'at_least')) AS more_than,
         count(*) FILTER (WHERE modifier IN ('below', 'at_most')) AS less_than,
         count(*) FILTER (WHERE modifier = 'approx') AS about, count(*) FILTER (WHERE value IS NULL) AS not_in_total
  FROM countable WHERE kind = 'money' GROUP BY place, unit, status;
CREATE VIEW money_by_programme AS
  SELECT programme, unit AS currency, status, count(*) AS figures, sum(value_num) AS total,
         count(*) FILTER (WHERE modifier IN ('above', 'at_least')) AS more_than,
         count(*) FILTER (WHERE modifier IN ('below', 'at_most')) AS less_than,
         count(*) FILTER (WHERE modifier = 'approx') AS about, count(*) FILTER (WHERE value IS NULL) AS not_in_total
  FROM countable WHERE kind = 'money' AND programme IS NOT NULL GROUP BY programme, unit, status;
CREATE VIEW money_by_unit AS
  SELECT unit_org, place, unit AS currency, status, count(*) AS figures, sum(value_num) AS total,
         count(*) FILTER (WHERE modifier IN ('above', 'at_least')) AS more_than,
         count(*) FILTER (WHERE modifier IN ('below', 'at_most')) AS less_than,
         count(*) FILTER (WHERE modifier = 'approx') AS about, count(*) FILTER (WHERE value IS NULL) AS not_in_total
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

-- migration 2: where the clean text stands in the source
ALTER TABLE articles ADD COLUMN offsets bytea;  -- as in store.sql
