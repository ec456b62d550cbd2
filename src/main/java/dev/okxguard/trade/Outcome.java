package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import java.util.List;
import java.util.Optional;

/// How a request to the gateway ended. Everything a user may legitimately meet is a value here;
/// faults are exceptions.
public sealed interface Outcome {
  Ticket ticket();

  /// The exchange took it.
  ///
  /// @param ordId "" for actions without an order
  /// @param seen the order when last read; empty when it could not be read yet
  /// @param replayed whether this is the first outcome of a repeated intent key, nothing new was
  ///   sent
  /// @param remark what else there is to know, "" when nothing
  record Accepted(
      Ticket ticket, String ordId, Optional<Order> seen, boolean replayed, String remark)
      implements Outcome {}

  /// The exchange refused for good.
  record Rejected(Ticket ticket, ExchangeError error, boolean replayed) implements Outcome {
    /// Refused before anything was sent: OKX does not have what it is about, or it is over.
    static Rejected of(Ticket ticket, Fault fault) {
      return new Rejected(ticket, fault.exchange().orElseGet(() -> own(fault)), false);
    }

    /// Whether this program saw so itself, and OKX was never asked to do it.
    boolean foreseen() {
      return error.code().isEmpty() && error.httpStatus() == 0;
    }

    private static ExchangeError own(Fault fault) {
      return new ExchangeError(
          "",
          fault.getMessage(),
          ExchangeError.Kind.REJECTED,
          "nothing was sent",
          fault.hint(),
          0,
          "");
    }
  }

  /// Proven: nothing exists at the exchange.
  ///
  /// @param error what the exchange said, when it said something (busy, not accepted)
  record NotSent(Ticket ticket, String reason, Optional<ExchangeError> error) implements Outcome {
    /// Whether the exchange had no time for it, rather than no use.
    public boolean busy() {
      return error.filter(e -> e.kind() == ExchangeError.Kind.BUSY).isPresent();
    }
  }

  /// It may exist. Never to be repeated before it is resolved.
  record Unknown(Ticket ticket, String reason, Optional<ExchangeError> error) implements Outcome {}

  /// Nothing was sent, since it must not be.
  sealed interface Refusal extends Outcome {
    /// Why, one text a reason.
    List<String> reasons();
  }

  /// The guard refused; nothing was sent.
  ///
  /// @param unresolved whether an earlier intent of unknown fate stands in the way
  record Denied(Ticket ticket, List<Denial> denials, boolean unresolved) implements Refusal {
    public Denied {
      denials = List.copyOf(denials);
    }

    static Denied of(Ticket ticket, List<Denial> denials) {
      boolean unresolved = denials.stream().anyMatch(d -> d.rule().equals("unresolved"));
      return new Denied(ticket, denials, unresolved);
    }

    @Override
    public List<String> reasons() {
      return denials.stream().map(denial -> denial.code() + ": " + denial.message()).toList();
    }
  }

  /// Trading is halted; nothing was sent.
  record Halted(Ticket ticket, String reason) implements Refusal {
    @Override
    public List<String> reasons() {
      return List.of("HALTED: " + reason);
    }
  }

  /// The exchange took it, but it did not leave the account as it should be; trading is halted now.
  ///
  /// @param reason what is left, in words
  record Unsafe(Ticket ticket, String ordId, Optional<Order> seen, String reason)
      implements Outcome {}

  /// The guard would let it pass; nothing was sent.
  record Allowed(Ticket ticket) implements Outcome {}
}
