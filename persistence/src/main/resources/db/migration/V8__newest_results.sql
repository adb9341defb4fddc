-- In the order in which a player's results are shown, and with all that is shown or added up: the newest few are read
-- without the others, and none of them needs its row. In place of the index that was there: each costs as much as the rows.
drop view leaderboard;
drop index result_by_player;
create index result_by_player on result (player_id, ended_at desc, game_id desc, place, score_decimal);

-- The newest result is found by the index; numbering all of them by age took twice as long as adding them up.
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
        cast(sum(score_decimal) as numeric(38, 12)) as total_score,
        max(ended_at) as last_ended_at
    from result
    group by player_id
) t on t.player_id = p.id
join result l on l.player_id = t.player_id and l.ended_at = t.last_ended_at and l.game_id = (
    select max(n.game_id)
    from result n
    where n.player_id = t.player_id and n.ended_at = t.last_ended_at
);
