-- What the referee left to the players; null only in rows of an earlier version, which are made anew at the start.
alter table game add column mode varchar(16);
