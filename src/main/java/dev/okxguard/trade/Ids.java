package dev.okxguard.trade;

import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Time;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes client order ids: our prefix, a letter for the environment, the time in base 36, and 13
/// characters more, so that two processes never meet on one. Where the caller named the intent, the
/// first of those say which: an order can then be told to be that intent's without the journal.
final class Ids {
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM_LENGTH = 13;
  private static final int MARK_LENGTH = 7;

  /// Where the mark begins: behind the prefix, the letter and eight characters of time, which last
  /// until the year 2059.
  private static final int MARK_AT = ClOrdId.PREFIX.length() + 1 + 8;

  private final Environment environment;
  private final Time time;
  private final RandomGenerator random;

  Ids(Environment environment, Time time, RandomGenerator random) {
    this.environment = environment;
    this.time = time;
    this.random = random;
  }

  ClOrdId next() {
    return new ClOrdId(began() + random(RANDOM_LENGTH));
  }

  /// An id that carries the mark of the caller's own id for this account, where there is one.
  ClOrdId next(String uid, Optional<String> key) {
    return key.map(
            named -> new ClOrdId(began() + mark(uid, named) + random(RANDOM_LENGTH - MARK_LENGTH)))
        .orElseGet(this::next);
  }

  /// Whether that client id was made for the caller's id on that account. Another key has the same
  /// mark once in 78 thousand million.
  static boolean marked(String clOrdId, String uid, String key) {
    return clOrdId.startsWith(ClOrdId.PREFIX) && clOrdId.startsWith(mark(uid, key), MARK_AT);
  }

  /// Whether this program made that client id in that environment.
  static boolean ours(String clOrdId, Environment environment) {
    return clOrdId.startsWith(ClOrdId.PREFIX + environment.word().charAt(0));
  }

  private static String mark(String uid, String key) {
    String digest = Digest.sha256(List.of("intent", uid, key));
    String text = new BigInteger(digest, 16).toString(36);
    return text.substring(text.length() - MARK_LENGTH);
  }

  private String began() {
    return ClOrdId.PREFIX
        + environment.word().charAt(0)
        + Long.toString(time.now().toEpochMilli(), 36).toLowerCase(Locale.ROOT);
  }

  private String random(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
