package dev.okxguard.trade;

import dev.okxguard.model.InstType;
import dev.okxguard.okx.Write;
import tools.jackson.databind.node.ObjectNode;

/// What an errand came to before anything is sent.
sealed interface Plan {
  /// What it is about.
  Ticket ticket();

  /// It may go, as this.
  ///
  /// @param intentId ours, unique
  /// @param clOrdId the client id of the order or algo order it is about, "" when it has none
  /// @param entry whether it may add exposure
  record Ready(
      Ticket ticket,
      String intentId,
      String instType,
      String clOrdId,
      boolean entry,
      Write write,
      ObjectNode body)
      implements Plan {

    static Ready of(
        Ticket ticket, String id, InstType type, boolean entry, Write write, ObjectNode body) {
      return new Ready(ticket, id, type.name(), id, entry, write, body);
    }
  }

  /// It may not, or need not.
  record Refused(Outcome outcome) implements Plan {
    @Override
    public Ticket ticket() {
      return outcome.ticket();
    }
  }
}
