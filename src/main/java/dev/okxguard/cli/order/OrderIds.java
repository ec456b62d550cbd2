package dev.okxguard.cli.order;

import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// An order by the exchange's id or the client's.
final class OrderIds {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,32}");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--ordId", paramLabel = "ID", description = "OKX's id of the order")
  private String ordId;

  @Option(names = "--clOrdId", paramLabel = "ID", description = "the client id of the order")
  private String clOrdId;

  Optional<String> ordId() {
    check("--ordId", ordId);
    if (ordId == null && clOrdId == null) {
      throw new ParameterException(spec.commandLine(), "name the order: --ordId or --clOrdId");
    }
    return Optional.ofNullable(ordId);
  }

  Optional<String> clOrdId() {
    check("--clOrdId", clOrdId);
    return Optional.ofNullable(clOrdId);
  }

  private void check(String option, String text) {
    if (text != null && !FORM.matcher(text).matches()) {
      throw new ParameterException(
          spec.commandLine(), option + " is 1 to 32 letters and digits, not '" + text + "'");
    }
  }
}
