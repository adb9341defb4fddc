-- Nobody asks for the orders or fills of one player, and keeping them in that order as well cost more than the rows.
drop index game_order_by_player;
drop index fill_by_player;
