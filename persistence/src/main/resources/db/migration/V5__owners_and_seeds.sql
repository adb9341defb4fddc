-- The account of whoever stands behind a player. Null only in rows of an earlier version, which are made anew.
alter table player add column owner_id integer;
alter table participant add column owner_id integer;

-- Of rated games only: no seed is used for two of them.
alter table game add column seed bigint;
create unique index game_by_seed on game (seed);
