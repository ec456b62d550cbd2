package dev.okxguard.diagnose;

/// Every check, in the order in which they are told. The ids are a promise to scripts.
public enum CheckId {
  VERSION(Group.INSTALL, "version", Gate.ADVICE, "which version this is"),
  JAVA(Group.INSTALL, "java", Gate.ADVICE, "the Java runtime is new enough"),
  ARCHIVE(Group.INSTALL, "archive", Gate.ADVICE, "the class archive is in use, for a quick start"),

  FILE(Group.CONFIG, "file", Gate.ADVICE, "the configuration file can be used, every key in it"),
  PERMISSIONS(Group.CONFIG, "permissions", Gate.MUST, "file and directory are closed to others"),
  GIT(Group.CONFIG, "git", Gate.MUST, "the file is not inside a git work tree"),
  QUOTING(Group.CONFIG, "quoting", Gate.MUST, "no secret in double quotes holds a backslash"),
  PLACEHOLDERS(Group.CONFIG, "placeholders", Gate.MUST, "no secret is a template's stand-in"),
  CREDENTIALS(Group.CONFIG, "credentials", Gate.MUST, "all three parts of the key, from one place"),
  ENVIRONMENT(Group.CONFIG, "environment", Gate.MUST, "somebody chose live, demo or paper"),

  DNS(Group.NETWORK, "dns", Gate.MUST, "the host's name, or the proxy's, can be resolved"),
  TCP(Group.NETWORK, "tcp", Gate.MUST, "the host, or the proxy, takes connections"),
  PROXY(Group.NETWORK, "proxy", Gate.MUST, "the proxy lets requests through"),
  TLS(Group.NETWORK, "tls", Gate.MUST, "the certificate is valid, trusted and the host's own"),
  ANSWER(Group.NETWORK, "answer", Gate.MUST, "it is OKX that answers, and it is not paused"),
  LATENCY(Group.NETWORK, "latency", Gate.ADVICE, "an answer takes less than a second"),
  STATUS(Group.NETWORK, "status", Gate.ADVICE, "OKX announces no maintenance for these hours"),
  CLOCK(Group.NETWORK, "clock", Gate.MUST, "this computer's clock agrees with OKX's"),

  ACCEPTED(Group.KEY, "accepted", Gate.MUST, "OKX takes key, secret and passphrase"),
  KEY_ENVIRONMENT(Group.KEY, "environment", Gate.MUST, "the key is one of this environment"),
  SITE(Group.KEY, "site", Gate.MUST, "the key is one of this site"),
  ADDRESS(Group.KEY, "address", Gate.MUST, "this computer's address is on the key's list"),
  WITHDRAW(Group.KEY, "withdraw", Gate.MUST, "the key cannot move money out"),
  TRADE(Group.KEY, "trade", Gate.MUST, "the key may place orders"),
  BOUND(Group.KEY, "bound", Gate.MUST, "the key works from listed addresses only"),
  EXPIRY(Group.KEY, "expiry", Gate.ADVICE, "OKX will not delete the key for want of use"),

  SUB_ACCOUNT(Group.ACCOUNT, "sub", Gate.MUST, "the key is a sub-account's"),
  MODE(Group.ACCOUNT, "mode", Gate.MUST, "account and position mode are those trading began with"),
  BORROWING(Group.ACCOUNT, "borrowing", Gate.ADVICE, "OKX does not lend what a spot order lacks"),
  LEVERAGE(Group.ACCOUNT, "leverage", Gate.MUST, "no open position has more than max_leverage"),
  STOPS(Group.ACCOUNT, "stops", Gate.MUST, "every open position has a stop, and all of it"),
  ORDERS(Group.ACCOUNT, "orders", Gate.ADVICE, "nobody else's orders rest on the account"),

  POLICY(Group.GUARD, "policy", Gate.MUST, "limits are written down and can be read"),
  ENFORCED(Group.GUARD, "enforced", Gate.MUST, "whoever runs this cannot change the limits"),
  LIMITS(Group.GUARD, "limits", Gate.MUST, "the limits fit the account's equity"),
  STATE(Group.GUARD, "state", Gate.MUST, "trading is neither halted nor narrowed to exits"),
  BREAKERS(Group.GUARD, "breakers", Gate.MUST, "every breaker is on, and none has just tripped"),
  STAGE(Group.GUARD, "stage", Gate.MUST, "the account came here by way of demo and watching"),

  WRITABLE(Group.JOURNAL, "writable", Gate.MUST, "the journal can be written"),
  PLACE(Group.JOURNAL, "place", Gate.MUST, "the journal is where it was before"),
  DISK(Group.JOURNAL, "disk", Gate.MUST, "there is room for it"),
  INTACT(Group.JOURNAL, "intact", Gate.MUST, "every record is still what was written"),
  INTENTS(Group.JOURNAL, "intents", Gate.MUST, "no order's fate is unknown"),
  RECONCILED(Group.JOURNAL, "reconciled", Gate.MUST, "the last comparison with OKX was clean"),

  CHANNELS(Group.ALERTS, "channels", Gate.MUST, "somebody hears of halts, drift and the unknown"),
  DELIVERY(Group.ALERTS, "delivery", Gate.MUST, "a test alarm arrives; with --send-test");

  private final Group group;
  private final String name;
  private final Gate gate;
  private final String meaning;

  CheckId(Group group, String name, Gate gate, String meaning) {
    this.group = group;
    this.name = name;
    this.gate = gate;
    this.meaning = meaning;
  }

  /// The layer it belongs to.
  public Group group() {
    return group;
  }

  /// For example `network.clock`.
  public String word() {
    return group.word() + "." + name;
  }

  /// What is so when all is well.
  public String meaning() {
    return meaning;
  }

  /// Whether going live takes a sound answer: a warning, or no answer, is a failure by then.
  public boolean must() {
    return gate == Gate.MUST;
  }

  private enum Gate {
    MUST,
    ADVICE
  }
}
