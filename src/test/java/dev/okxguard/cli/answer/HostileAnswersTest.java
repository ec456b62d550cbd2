package dev.okxguard.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.cli.Reach;
import dev.okxguard.okx.Endpoint;
import dev.okxguard.testing.Cli;
import dev.okxguard.testing.SampleReads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class HostileAnswersTest {
  private static final String ODD =
      """
      [null, "x", 7, [], [[]], {}, {"details":"x","asks":5,"bids":{"a":[1]},"feeGroup":{"a":1},
       "perm":[1,{}],"ip":{},"uid":null,"type":{"a":1},"ts":true,"fundingTime":"99999999999999999999"}]\
      """;

  @ParameterizedTest
  @ValueSource(strings = {"account", "market"})
  void everyReadShowsAnswersOfShapesNobodyPromisedWithoutFailing(String noun) {
    for (CommandLine verb : Cli.tree().getSubcommands().get(noun).getSubcommands().values()) {
      if (verb.getCommand().getClass().getAnnotation(Reach.class).value() == Reach.Kind.WRITE) {
        continue;
      }
      String example = verb.getCommandSpec().usageMessage().footer()[0];
      String[] words = example.substring("okx ".length()).split(" ");

      Cli.Result text = Cli.over(odd()).run(words);

      assertThat(text.code()).as(example + "\n" + text.err()).isZero();
      assertThat(text.out().lines().count()).as(example).isGreaterThan(1);
    }
  }

  private static SampleReads odd() {
    SampleReads reads = new SampleReads();
    for (Endpoint endpoint : Endpoint.values()) {
      reads.with(endpoint, ODD);
    }
    return reads;
  }
}
