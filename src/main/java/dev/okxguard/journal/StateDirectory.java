package dev.okxguard.journal;

import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where things are kept: one directory for each environment and account, so that demo, live and
/// paper never share anything.
///
/// @param root where the journals are, usually `~/.okx/state`
/// @param anchor where locks are held and halts are obeyed as well, wherever the journals were
///   moved to: a moved state directory must neither lift a halt nor let two processes pass each
///   other
public record StateDirectory(Path root, Path anchor) {
  private static final Pattern UID = Pattern.compile("[A-Za-z0-9]{1,64}");

  /// Everything in one place.
  public StateDirectory(Path root) {
    this(root, root);
  }

  /// Where the account's lock is held.
  ///
  /// @throws Fault CONFIG for a uid that is not letters and digits
  public Path lock(Environment env, String uid) {
    return new StateDirectory(anchor).account(env, uid);
  }

  /// The account's directory, `<env>-<uid>`; it need not exist.
  ///
  /// @throws Fault CONFIG for a uid that is not letters and digits
  public Path account(Environment env, String uid) {
    if (!UID.matcher(uid).matches()) {
      throw new Fault(
          ExitCode.CONFIG,
          "the account has a uid that is no uid",
          "repeat it; if it stays so, something between you and OKX alters answers: okx diagnose");
    }
    return root.resolve(env.word() + "-" + uid);
  }

  /// The directory of the account's journal.
  public Path journal(Environment env, String uid) {
    return account(env, uid).resolve("journal");
  }

  /// One account of one environment.
  public record Account(Environment env, String uid) {}

  /// Every account that has a directory here.
  ///
  /// @throws Fault CONFIG when the directory is there and cannot be read
  public List<Account> accounts() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> directories = Files.list(root)) {
      return directories
          .flatMap(path -> account(path).stream())
          .sorted(Comparator.comparing(Account::env).thenComparing(Account::uid))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new Fault(
          ExitCode.CONFIG,
          "the state directory " + root + " cannot be read",
          "mend the permissions of the state directory");
    }
  }

  private static Optional<Account> account(Path directory) {
    String[] parts = directory.getFileName().toString().split("-", 2);
    return parts.length == 2 && isUid(parts[1])
        ? Stream.of(Environment.values())
            .filter(env -> env.word().equals(parts[0]))
            .map(env -> new Account(env, parts[1]))
            .findFirst()
        : Optional.empty();
  }

  static boolean isUid(String text) {
    return UID.matcher(text).matches();
  }
}
