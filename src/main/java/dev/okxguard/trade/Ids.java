package dev.okxguard.trade;

import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Time;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Makes client order ids: our prefix, a letter for the environment, the time in base 36, and 13
/// random characters, so that two processes never meet on one.
final class Ids {
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM_LENGTH = 13;

  private final Environment environment;
  private final Time time;
  private final RandomGenerator random;

  Ids(Environment environment, Time time, RandomGenerator random) {
    this.environment = environment;
    this.time = time;
    this.random = random;
  }

  ClOrdId next() {
    StringBuilder id = new StringBuilder(ClOrdId.PREFIX);
    id.append(environment.word().charAt(0));
    id.append(Long.toString(time.now().toEpochMilli(), 36).toLowerCase(Locale.ROOT));
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new ClOrdId(id.toString());
  }
}
