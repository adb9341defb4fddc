-- The same text runs on H2 (MODE=PostgreSQL) and on PostgreSQL. Everything here follows from the journals and can be
-- thrown away. Times are microseconds since 1970, prices are ticks, sizes are lots, money is in whole smallest units of
-- its asset; the decimals stand in asset and instrument.

create table player (
    id integer not null primary key,
    name varchar(64) not null,
    house boolean not null,
    opened_at bigint not null
);

create table game (
    id varchar(32) not null primary key,
    title varchar(200) not null,
    preset varchar(64) not null,
    behavior_version integer not null,
    phase varchar(16) not null,
    end_cause varchar(16),
    opened_at bigint not null,
    started_at bigint,
    ended_at bigint,
    time_limit_millis bigint not null
);
create index game_by_age on game (opened_at, id);

create table asset (
    game_id varchar(32) not null,
    code varchar(10) not null,
    position integer not null,
    decimals integer not null,
    primary key (game_id, code)
);

create table instrument (
    game_id varchar(32) not null,
    symbol varchar(21) not null,
    position integer not null,
    base varchar(10) not null,
    quote varchar(10) not null,
    price_decimals integer not null,
    size_decimals integer not null,
    primary key (game_id, symbol)
);

create table participant (
    game_id varchar(32) not null,
    player_id integer not null,
    name varchar(64) not null,
    frozen boolean not null,
    admitted_seq bigint not null,
    admitted_at bigint not null,
    primary key (game_id, player_id)
);

create table wallet (
    game_id varchar(32) not null,
    player_id integer not null,
    asset varchar(10) not null,
    free bigint not null,
    held bigint not null,
    changed_seq bigint not null,
    primary key (game_id, player_id, asset)
);

create table game_order (
    game_id varchar(32) not null,
    number bigint not null,
    player_id integer not null,
    client_order_id varchar(64),
    symbol varchar(21) not null,
    side varchar(4) not null,
    kind varchar(20) not null,
    time_in_force varchar(20),
    price bigint,
    size bigint,
    budget bigint,
    mark_at_placement bigint not null,
    status varchar(16) not null,
    cancel_cause varchar(20),
    open_size bigint not null,
    filled bigint not null,
    traded bigint not null,
    placed_seq bigint not null,
    placed_at bigint not null,
    changed_seq bigint not null,
    primary key (game_id, number)
);
create index game_order_by_player on game_order (game_id, player_id, number);

-- Two rows per trade; the one that is not the maker's stands for the trade.
create table fill (
    game_id varchar(32) not null,
    trade bigint not null,
    side varchar(4) not null,
    player_id integer not null,
    symbol varchar(21) not null,
    price bigint not null,
    size bigint not null,
    buy_order bigint not null,
    sell_order bigint not null,
    maker boolean not null,
    fee_asset varchar(10) not null,
    fee bigint not null,
    seq bigint not null,
    traded_at bigint not null,
    primary key (game_id, trade, side)
);
create index fill_by_player on fill (game_id, player_id, trade);

-- Only games that ended with places have any. The decimal columns are in the quote asset of the first instrument.
create table result (
    game_id varchar(32) not null,
    player_id integer not null,
    place integer not null,
    name varchar(64) not null,
    equity bigint not null,
    score bigint not null,
    equity_decimal numeric(38, 12) not null,
    score_decimal numeric(38, 12) not null,
    ended_at bigint not null,
    primary key (game_id, player_id)
);
create index result_by_player on result (player_id, ended_at);

-- How far the tables of a game are. The version is the projector's: rows of another one are made anew.
create table projection (
    game_id varchar(32) not null primary key,
    version integer not null,
    last_seq bigint not null
);

create view leaderboard as
select
    p.id as player_id,
    p.name as name,
    p.house as house,
    t.games as games,
    t.wins as wins,
    t.podiums as podiums,
    t.best_score as best_score,
    t.total_score as total_score,
    l.score_decimal as last_score,
    l.place as last_place
from player p
join (
    select
        player_id,
        cast(count(*) as integer) as games,
        cast(sum(case when place = 1 then 1 else 0 end) as integer) as wins,
        cast(sum(case when place <= 3 then 1 else 0 end) as integer) as podiums,
        cast(max(score_decimal) as numeric(38, 12)) as best_score,
        cast(sum(score_decimal) as numeric(38, 12)) as total_score
    from result
    group by player_id
) t on t.player_id = p.id
join (
    select
        player_id,
        score_decimal,
        place,
        row_number() over (partition by player_id order by ended_at desc, game_id desc) as age
    from result
) l on l.player_id = p.id and l.age = 1;
