package io.botpit.game;

import io.botpit.game.money.Price;
import java.util.List;

/** The matching answers; immutable. */
public sealed interface Answer {
    record Orders(List<OrderView> orders) implements Answer {
        public Orders {
            orders = List.copyOf(orders);
        }
    }

    record Holdings(List<Holding> holdings) implements Answer {
        public Holdings {
            holdings = List.copyOf(holdings);
        }
    }

    record FillList(List<Fill> fills) implements Answer {
        public FillList {
            fills = List.copyOf(fills);
        }
    }

    record MarkIs(Price price) implements Answer {}

    record Book(BookView book) implements Answer {}

    record Table(List<Standing> rows) implements Answer {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** The dry run's order would be accepted. */
    record WouldAccept() implements Answer {}

    record Findings(List<String> findings) implements Answer {
        public Findings {
            findings = List.copyOf(findings);
        }
    }

    record Refused(Reason reason, String detail) implements Answer {}
}
