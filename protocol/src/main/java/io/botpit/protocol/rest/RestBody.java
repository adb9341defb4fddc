package io.botpit.protocol.rest;

/** A whole answer of the REST interface. */
public sealed interface RestBody
        permits AuditPage,
                BotList,
                BotRow,
                GameBot,
                GameDetail,
                GameList,
                LeaderboardPage,
                LogPage,
                NowList,
                ProblemBody,
                StandingsTable,
                TradePage,
                ActBody,
                HealthBody {}
