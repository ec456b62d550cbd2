package dev.okxguard.journal;

import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Where things are kept: one directory for each environment and account, so that demo, live and
/// paper never share anything.
///
/// @param root usually `~/.okx/state`
public record StateDirectory(Path root) {
  private static final Pattern UID = Pattern.compile("[A-Za-z0-9]{1,64}");

  /// The account's directory, `<env>-<uid>`; it need not exist.
  ///
  /// @throws Fault CONFIG for a uid that is not letters and digits
  public Path account(Environment env, String uid) {
    if (!UID.matcher(uid).matches()) {
      throw new Fault(ExitCode.CONFIG, "the account has a uid that is no uid", "");
    }
    return root.resolve(env.word() + "-" + uid);
  }

  /// The directory of the account's journal.
  public Path journal(Environment env, String uid) {
    return account(env, uid).resolve("journal");
  }

  static boolean isUid(String text) {
    return UID.matcher(text).matches();
  }
}
