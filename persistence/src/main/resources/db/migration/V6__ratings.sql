-- What a game needs to be rated; null only in rows of an earlier version, which are made anew at the start. The clock
-- stopped at stopped_at for the last time, and would else have run until ends_at.
alter table game add column rated boolean;
alter table game add column fair boolean;
alter table game add column ends_at bigint;
alter table game add column stopped_at bigint;

-- The games in the order in which they were opened, from the lobby's journal: results count in it.
create table listed (
    number integer not null primary key,
    game_id varchar(32) not null,
    annulled boolean not null
);
create unique index listed_by_game on listed (game_id);

-- What bots said of themselves, from the lobby's journal, in its order.
create table bot_version (
    number integer not null primary key,
    player_id integer not null,
    version varchar(40) not null,
    announced_at bigint not null
);
create index bot_version_by_player on bot_version (player_id, number);

-- As the last game left them; later ages and new versions come on top.
create table rating (
    player_id integer not null,
    pool varchar(20) not null,
    value_after double precision not null,
    deviation_after double precision not null,
    volatility_after double precision not null,
    started_at bigint not null,
    games integer not null,
    primary key (player_id, pool)
);

-- What each game did to them. Before: as it was when that game started.
create table rating_change (
    listed integer not null,
    player_id integer not null,
    game_id varchar(32) not null,
    pool varchar(20) not null,
    value_before double precision not null,
    deviation_before double precision not null,
    volatility_before double precision not null,
    value_after double precision not null,
    deviation_after double precision not null,
    volatility_after double precision not null,
    started_at bigint not null,
    ended_at bigint not null,
    games integer not null,
    primary key (listed, player_id)
);
create index rating_change_by_player on rating_change (player_id, pool, listed);
create index rating_change_by_end on rating_change (pool, ended_at);

-- How far they are: one row. The version is that of the rules by which they were computed.
create table rating_progress (
    version integer not null primary key,
    listed integer not null,
    epoch integer not null
);
