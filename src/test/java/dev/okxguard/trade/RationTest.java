package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Bill;
import dev.okxguard.testing.Answers;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Bills that are more than one look reads.
class RationTest {
  private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");
  private static final int PAGE = 5;

  private List<Bill> newestFirst = List.of();
  private final Answers answers = new Answers().to("eachBill", this::told);

  @SuppressWarnings("unchecked")
  private Object told(List<Object> asked) {
    Instant since = (Instant) asked.get(0);
    Optional<Instant> until = (Optional<Instant>) asked.get(1);
    List<Bill> listed =
        newestFirst.stream()
            .filter(it -> !it.time().isBefore(since))
            .filter(it -> until.isEmpty() || it.time().isBefore(until.get()))
            .toList();
    for (int from = 0; from < listed.size(); from += PAGE) {
      listed
          .subList(from, Math.min(from + PAGE, listed.size()))
          .forEach((Consumer<Bill>) asked.get(2));
      if (((BooleanSupplier) asked.get(3)).getAsBoolean()) {
        break;
      }
    }
    return Optional.empty();
  }

  private static Bill bill(int number, Instant at) {
    return new Bill(
        "b" + number,
        "2",
        "1",
        "USDT",
        BigDecimal.ONE,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        "BTC-USDT",
        "",
        "",
        "",
        Optional.empty(),
        at);
  }

  /// Their numbers and times may disagree by almost a second.
  private void happened(Random random) {
    List<Bill> all = new ArrayList<>();
    int step = 1 + random.nextInt(700);
    for (int number = 0; number < 120; number++) {
      all.add(bill(number, BEGIN.plusMillis((long) number * step + random.nextInt(1_000))));
    }
    newestFirst = all.reversed();
  }

  @Test
  void lookAfterLookReadsEachOfThemOnce() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int account = 0; account < 50; account++) {
            happened(random);
            List<Bill> read = new ArrayList<>();
            Optional<Instant> until = Optional.empty();
            for (int look = 0; look == 0 || until.isPresent(); look++) {
              assertThat(look).isLessThan(200);
              Ration<Bill> ration =
                  Ration.ofBills(
                      answers.exchange(), 1 + random.nextInt(40), () -> random.nextInt(9) == 0);
              Instant reached = ration.read(BEGIN, until, read::add);
              until = Optional.of(reached).filter(BEGIN::isBefore);
            }
            assertThat(read)
                .as("account " + account)
                .containsExactlyInAnyOrderElementsOf(newestFirst);
          }
        });
  }
}
