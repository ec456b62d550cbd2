package dev.okxguard.diagnose;

import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The configuration file and what it holds.
///
/// @param goLive whether anything but live is a mistake
record ConfigChecks(Sources sources, boolean goLive) {
  private static final String PAPER = "the paper exchange makes its own";

  List<Check> all() {
    return List.of(
        new Check(CheckId.FILE, this::file),
        new Check(CheckId.PERMISSIONS, this::permissions),
        new Check(CheckId.GIT, this::git),
        new Check(CheckId.QUOTING, this::quoting),
        new Check(CheckId.PLACEHOLDERS, this::placeholders),
        new Check(CheckId.CREDENTIALS, this::credentials),
        new Check(CheckId.ENVIRONMENT, this::environment));
  }

  private Setup.Configuration known() {
    return sources.configuration.get();
  }

  private boolean paper() {
    return sources.environment() == Environment.PAPER;
  }

  private Finding file() {
    try {
      Setup.Configuration known = sources.configuration.told();
      return known
          .file()
          .map(file -> Finding.ok(file + ", profile " + known.profile()))
          .orElseGet(() -> Finding.ok("none; defaults and variables"));
    } catch (Fault fault) {
      return Finding.fail(fault.getMessage(), fault.hint());
    }
  }

  private Finding permissions() {
    return known()
        .exposed()
        .map(fault -> Finding.fail(fault.getMessage(), fault.hint()))
        .orElseGet(() -> known().file().isEmpty() ? Finding.skip("no file") : Finding.ok("closed"));
  }

  private Finding git() {
    if (known().file().isEmpty()) {
      return Finding.skip("no file");
    }
    Path file = known().file().get();
    return workTree(file)
        .map(
            tree ->
                Finding.warn(
                    "the file is inside the git work tree " + tree,
                    "move it out, and make new keys if it was ever committed: mkdir -p -m 700"
                        + " ~/.okx && mv "
                        + file
                        + " ~/.okx/"))
        .orElseGet(() -> Finding.ok("not in a work tree"));
  }

  /// A `.git` may be a directory, or a file in a linked work tree.
  private static Optional<Path> workTree(Path file) {
    try {
      return Stream.<Path>iterate(file.toRealPath().getParent(), it -> it != null, Path::getParent)
          .filter(directory -> Files.exists(directory.resolve(".git")))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Finding quoting() {
    return known().misquoted().isEmpty()
        ? Finding.ok("nothing to doubt")
        : Finding.warn(
            String.join("; ", known().misquoted()), "put the value in single quotes: 'pa\\ss'");
  }

  private Finding placeholders() {
    return known().placeholders().isEmpty()
        ? Finding.ok("none")
        : Finding.fail(
            String.join("; ", known().placeholders()), "put the value in that OKX showed");
  }

  private Finding credentials() {
    if (paper()) {
      return Finding.skip(PAPER);
    }
    if (known().exposed().isPresent()) {
      return Finding.waiting(CheckId.PERMISSIONS);
    }
    return known().unusable().map(this::unusable).orElseGet(() -> Finding.ok("complete"));
  }

  private Finding unusable(Fault fault) {
    return switch (fault.exitCode()) {
      case AUTH -> Finding.warn(fault.getMessage(), fault.hint());
      default -> Finding.fail(fault.getMessage(), fault.hint());
    };
  }

  private Finding environment() {
    return known()
        .environment()
        .map(this::chosen)
        .orElseGet(
            () ->
                Finding.warn(
                    "nobody chose: reads go to live, and nothing that writes is done",
                    "set demo = true or false in the profile, or add --live, --demo or --paper"));
  }

  private Finding chosen(Environment environment) {
    return goLive && environment != Environment.LIVE
        ? Finding.fail(
            environment.word() + ": nothing here is about going live",
            "add --live, or set demo = false in the profile")
        : Finding.ok(environment.word());
  }
}
