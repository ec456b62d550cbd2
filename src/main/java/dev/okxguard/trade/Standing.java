package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.model.AccountConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/// Whether anything may be entered at all, whatever the order.
record Standing(Desk desk, Backlog backlog) {
  Outcome of(AccountConfig config) {
    try (Account account = Account.enter(desk, config)) {
      backlog.resolve(account);
      Ticket ticket = Ticket.bare(config.uid(), JsonNodeFactory.instance.objectNode());
      Optional<String> halt = account.halted();
      if (halt.isPresent()) {
        return new Outcome.Halted(ticket, halt.get());
      }
      boolean unresolved = !PastOrders.openIntents(account.ledger()).isEmpty();
      List<Denial> denials =
          Stream.concat(
                  new GuardWrite().judgeStanding(desk.policy(), config, unresolved).stream(),
                  brakes(account, config).stream())
              .toList();
      return denials.isEmpty()
          ? new Outcome.Allowed(ticket)
          : new Outcome.Denied(ticket, denials, unresolved);
    }
  }

  private List<Denial> brakes(Account account, AccountConfig config) {
    Instant now = desk.exchange().serverTime();
    return new GuardWrite()
        .judgeBrakes(account.brakes(config), config, desk.environment(), now, desk.policy());
  }
}
