package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.Facts;
import dev.okxguard.guard.Guard;
import dev.okxguard.model.AccountConfig;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/// Looks whether anything may be entered at all. Breakers that trip at this look are latched.
record StandingCheck(Desk desk, Backlog backlog) {
  Standing of(AccountConfig config) {
    try (Account account = Account.enter(desk, config)) {
      backlog.resolve(account);
      Readout readout = FactsReader.of(desk).read(List.of(), account);
      Facts facts = readout.common();
      Ticket ticket = Ticket.bare(config.uid(), JsonNodeFactory.instance.objectNode());
      Optional<String> halt = account.halted();
      if (halt.isPresent()) {
        return new Standing(new Outcome.Halted(ticket, halt.get()), facts.breakers());
      }
      List<Denial> denials = new Guard().standing(facts, desk.policy());
      if (denials.isEmpty()) {
        return new Standing(new Outcome.Allowed(ticket), facts.breakers());
      }
      readout.problems().forEach(problem -> desk.progress().accept("could not read " + problem));
      return new Standing(Outcome.Denied.of(ticket, denials), facts.breakers());
    }
  }
}
