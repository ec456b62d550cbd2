package dev.okxguard.paper.market;

import dev.okxguard.paper.Result;

/// A public request that cannot be answered, with what the client gets instead.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Result result;

  private Refusal(Result result) {
    super(result.msg(), null, false, false);
    this.result = result;
  }

  Result result() {
    return result;
  }

  static Refusal missing(String parameter) {
    return new Refusal(Result.failure(400, "50014", "Parameter " + parameter + " is missing"));
  }

  static Refusal invalid(String parameter) {
    return new Refusal(Result.failure(400, "51000", "Parameter " + parameter + " error"));
  }

  static Refusal unknownInstrument() {
    return new Refusal(Result.failure(200, "51001", "No such instrument"));
  }
}
