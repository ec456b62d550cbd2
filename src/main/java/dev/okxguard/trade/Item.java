package dev.okxguard.trade;

import dev.okxguard.guard.Ahead;
import dev.okxguard.guard.OrderRequest;
import java.util.Optional;

/// One errand of a batch on its way: each part appears as the batch gets that far.
final class Item {
  private final Errand errand;
  private Optional<OrderRequest> asked = Optional.empty();
  private Optional<Plan.Ready> ready = Optional.empty();
  private Optional<Ahead> ahead = Optional.empty();
  private Optional<Outcome> outcome = Optional.empty();

  Item(Errand errand) {
    this.errand = errand;
  }

  Errand errand() {
    return errand;
  }

  void asks(OrderRequest request) {
    asked = Optional.of(request);
  }

  Optional<OrderRequest> asked() {
    return asked;
  }

  void may(Plan.Ready plan) {
    ready = Optional.of(plan);
  }

  Optional<Plan.Ready> ready() {
    return ready;
  }

  /// What it means to the items behind it, once it was allowed.
  void counts(Ahead order) {
    ahead = Optional.of(order);
  }

  Optional<Ahead> ahead() {
    return ahead;
  }

  void end(Outcome word) {
    outcome = Optional.of(word);
  }

  Optional<Outcome> outcome() {
    return outcome;
  }

  /// Whether it still waits for its turn.
  boolean open() {
    return outcome.isEmpty();
  }

  /// Whether a later reading of the account may lack it: it was allowed, and is neither known not
  /// to exist nor was seen as what it has become.
  boolean unseen() {
    return outcome
        .map(
            word ->
                switch (word) {
                  case Outcome.Rejected _, Outcome.NotSent _, Outcome.Denied _, Outcome.Halted _ ->
                      false;
                  case Outcome.Accepted accepted ->
                      accepted.seen().filter(o -> o.state().isFinal() || changes()).isEmpty();
                  case Outcome.Unknown _, Outcome.Unsafe _, Outcome.Allowed _ -> true;
                })
        .orElse(true);
  }

  private boolean changes() {
    return ahead.flatMap(Ahead::changes).isPresent();
  }
}
