package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which account a key belongs to, remembered so that `halt`, `status` and `audit` work without the
/// exchange, and that an answer which names another account is not believed. Whatever writes asks
/// the exchange all the same.
///
/// Keys are kept as SHA-256 over environment and key, never as they are.
public final class Accounts {
  private final Path directory;

  public Accounts(StateDirectory state) {
    this.directory = state.root().resolve("accounts");
  }

  /// Notes the account's uid; does nothing when it cannot, since nothing waits for it.
  public void remember(Environment env, Secret apiKey, String uid) {
    if (!StateDirectory.isUid(uid)) {
      return;
    }
    try {
      PrivateFiles.replace(file(env, apiKey), uid.getBytes(UTF_8));
    } catch (IOException e) {
      // The next offline command will have to be told the account, or asks the exchange.
    }
  }

  /// The uid last seen with that key, if any.
  public Optional<String> recall(Environment env, Secret apiKey) {
    try {
      return Optional.of(Files.readString(file(env, apiKey)).strip()).filter(StateDirectory::isUid);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Where that is kept.
  public Path file(Environment env, Secret apiKey) {
    return directory.resolve(Sha256.hex(env.word() + "\n" + apiKey.reveal()));
  }
}
