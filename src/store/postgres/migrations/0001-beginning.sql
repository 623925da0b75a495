-- What the house keeps. Whatever names a person or was written about one is sealed before it comes here; in the clear
-- stand numbers, days, codes of people and rooms, and marks (keyed hashes) by which a sealed record is found again.

create extension if not exists btree_gist;

-- Order of coming, for records that are listed in it. Gaps do no harm.
create sequence place;

-- People, schools, rooms, settings, drafts, visits, registers: one sealed record each, by the path sealed into it.
create table records (
  path text collate "C" primary key,
  kind text not null,
  nth bigint not null default nextval('place'),
  marks text[] not null default '{}',
  body text not null,
  changed bigint not null default (pg_current_xact_id()::text::bigint)
);
create index records_in_order on records (kind, nth);
create index records_by_mark on records using gin (marks);

-- `body`, `row` and `facts` are sealed with the case's own key. The others are what lists choose and sort by.
create table cases (
  number text collate "C" primary key,
  body text not null,
  row text not null,
  facts text not null,
  changed bigint not null default (pg_current_xact_id()::text::bigint),
  referred_on text collate "C" not null,
  stage text not null,
  referred_by text,
  counsellor_id text,
  name_mark text not null,
  decision_mark text,
  restricted_to text[],
  openings jsonb not null default '[]',
  covers jsonb not null default '[]',
  apart_cases text[] not null default '{}',
  apart_schools text[] not null default '{}',
  follow_ups text[] not null default '{}',
  keeping_rule text,
  keeping_since text collate "C"
);
create index cases_in_order on cases (referred_on desc, number desc);
create index cases_by_stage on cases (stage, referred_on desc, number desc);
create index cases_by_counsellor on cases (counsellor_id, referred_on desc, number desc);
create index cases_by_referrer on cases (referred_by, referred_on desc, number desc);
create index cases_by_name on cases (name_mark);
create index cases_by_decision on cases (decision_mark) where decision_mark is not null;
create index cases_restricted on cases (number) where restricted_to is not null;
create index cases_opened on cases (number) where openings <> '[]';
create index cases_covered on cases (number) where covers <> '[]';
create index cases_kept on cases (keeping_rule, keeping_since) where keeping_rule is not null;
create index cases_changed on cases (number) include (changed);

-- The key of each case, wrapped by the master key. Without it the case is unreadable wherever a copy of it lies.
create table keys (
  number text collate "C" primary key,
  wrapped text not null
);

-- Hashes of whatever leads to a case: links, codes.
create table links (
  hash text not null,
  number text collate "C" not null,
  primary key (hash, number)
);
create index links_of on links (number);

-- Coded facts of erased cases, by the year of their referral, under no number and in no order.
create table kept_facts (
  year text primary key,
  body text not null,
  changed bigint not null default (pg_current_xact_id()::text::bigint)
);

create table sessions (
  id text collate "C" primary key,
  start_at timestamptz not null,
  body text not null,
  changed bigint not null default (pg_current_xact_id()::text::bigint)
);
create index sessions_in_order on sessions (start_at, id);

create table attendance (
  session_id text collate "C" not null,
  case_number text collate "C" not null,
  primary key (session_id, case_number)
);
create index attendance_of on attendance (case_number);

-- Whose time a session takes: a counsellor's, a room's, a youth's, a guardian's. Whatever the programme's rules
-- say, the database lets none of them be in two places at once; looked at when a change is whole, since it may move several.
create table claims (
  session_id text collate "C" not null,
  what text not null,
  span tstzrange not null,
  primary key (session_id, what),
  constraint nobody_twice exclude using gist (what with =, span with &&) deferrable initially deferred
);

-- The highest number given: of cases by year, of sessions by day.
create table numbers (
  grp text primary key,
  highest integer not null
);

-- The log: each line holds the hash of the one before and its own. Written and read, never changed.
create table log (
  seq bigint primary key,
  at text collate "C" not null,
  line text not null
);
create index log_by_time on log (at);

-- What passes within minutes: counts of tries, challenges that were used, files that wait to be fetched. Not worth a
-- place in the database's own journal, in a replica or in a backup.
create unlogged table passing (
  key text primary key,
  until text collate "C" not null,
  times integer not null default 1,
  body text
);
create index passing_over on passing (until);

-- Whoever serves reads and writes; the log it can only add to. It never changes a table.
grant usage on schema saegil to saegil_serve, saegil_school;
grant usage on sequence place to saegil_serve, saegil_school;
grant select, insert, update, delete on records, cases, keys, links, kept_facts, sessions, attendance, claims, numbers, passing
  to saegil_serve;
grant select, insert on log to saegil_serve;
grant select on migrations to saegil_serve;

-- Behind a school's wall: its own cases, and of sessions those of its own youths. Facts and keys of erasing are no
-- business of it.
grant select, insert, update, delete on records, links to saegil_school;
grant select (number, body, row, changed, referred_on, stage, referred_by, counsellor_id, name_mark, decision_mark,
  restricted_to, openings, covers, apart_cases, apart_schools, follow_ups, keeping_rule, keeping_since)
  on cases to saegil_school;
grant insert, update on cases to saegil_school;
grant select, insert on keys to saegil_school;
grant select on sessions, attendance to saegil_school;
grant select, insert, update on numbers to saegil_school;

alter table cases enable row level security;
alter table sessions enable row level security;
alter table attendance enable row level security;
create policy house on cases to saegil_serve using (true);
create policy house on sessions to saegil_serve using (true);
create policy house on attendance to saegil_serve using (true);
create policy own on cases to saegil_school using (referred_by = nullif(current_setting('saegil.school', true), ''));
create policy own on attendance for select to saegil_school
  using (exists (select from cases where number = case_number));
create policy own on sessions for select to saegil_school
  using (exists (select from attendance where session_id = id));
