package dev.okxguard.reconcile;

import dev.okxguard.model.Fault;
import dev.okxguard.okx.Readings;
import java.util.List;
import java.util.Optional;

/// Asks what became of writes of unknown fate, before anything is compared.
record Settling(Source source, Deadline deadline) {

  /// A journal that cannot be used is met again, and told of, when it is needed.
  ///
  /// @throws Unread when the exchange did not say, or time was up
  /// @throws Fault AUTH, BUSY or INTERRUPTED
  void run() {
    try (Reads reads = new Reads(deadline)) {
      Readings.Reading<Optional<Fault>> settled =
          reads.start("writes of unknown fate", this::settled);
      reads.value(settled).ifPresent(this::unsettled);
    }
  }

  private Optional<Fault> settled() {
    try {
      source.settle().run();
      return Optional.empty();
    } catch (Fault fault) {
      return Optional.of(fault);
    }
  }

  private void unsettled(Fault fault) {
    String told = "writes of unknown fate: " + fault.getMessage();
    switch (fault.exitCode()) {
      case AUTH, BUSY, INTERRUPTED -> throw fault;
      case UNREACHABLE -> throw new Unread(List.of(told));
      case OK, INTERNAL, USAGE, CONFIG, REJECTED, DENIED, UNKNOWN, FINDINGS, HALTED ->
          source.progress().accept(told);
    }
  }
}
