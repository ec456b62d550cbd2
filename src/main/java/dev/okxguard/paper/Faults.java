package dev.okxguard.paper;

import java.util.List;

/// The faults somebody scripted for the paper exchange, to rehearse with. Each counts the requests
/// it matches, for as long as this object lives. Safe for several threads.
///
/// The grammar of one fault is `KIND[=N][+effect][@METHOD:PATH][#N|xN|x*]`, see [#HELP].
public final class Faults {
  /// The grammar, for people.
  public static final String HELP =
      """
      KIND[=N][+effect][@METHOD:PATH][#N|xN|x*]
        lost-reply       processed, then the connection drops
        lost-request     the connection drops, nothing is processed
        delay=MS         processed MS milliseconds late (slow=MS is the same)
        delay-after=MS   processed at once, answered MS milliseconds late
        50004, 51149     and any other code: an answer with that code instead;
                         nothing is processed. Of keys: 50101 other environment,
                         50105 passphrase, 50110 address, 50113 signature, 50119
                         unknown key, 50120 key that may only read
        429              HTTP 429 with code 50011; nothing is processed
        http-502         an HTML page with that status; nothing is processed
        ...+effect       for codes, 429 and http-...: processed all the same
        partial=N        of a list the first N items are processed, each of the
                         others is answered 51008 (the whole with code 2)
        partial=N+effect all are processed, but each after the first N is
                         answered 50026
        empty, truncated, garbage
                         processed, but the body arrives damaged
        clock-skew=MS    the exchange's clock is ahead by MS (may be negative)
        late-visibility=MS
                         orders, algo orders, fills and positions that came about
                         less than MS ago are not found
      METHOD is GET, POST or *; PATH is the end of a path, or *; without @ every
      request matches. #N: only the Nth match. xN: the first N. x*: all. Without:
      all for clock-skew and late-visibility, the first for the others.
      Examples: lost-reply@POST:/trade/order  50026+effect@POST:/trade/order#2
                429@GET:*x5  partial=1@POST:/trade/batch-orders
      """;

  private final List<FaultRule> rules;

  private Faults(List<FaultRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /// No faults at all.
  public static Faults none() {
    return new Faults(List.of());
  }

  /// The faults of these texts.
  ///
  /// @throws dev.okxguard.model.Fault of kind USAGE for a text that does not follow the grammar
  public static Faults parse(List<String> specs) {
    return new Faults(specs.stream().map(FaultRule::parse).toList());
  }

  /// Counts the request and gathers what happens to it.
  Script strike(String method, String path) {
    return new Script(
        rules.stream().filter(rule -> rule.strikes(method, path)).map(FaultRule::effect).toList());
  }
}
