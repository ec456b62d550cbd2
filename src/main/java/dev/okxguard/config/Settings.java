package dev.okxguard.config;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The settings in force, each with its source. Nothing here but [#credentials()] gives a secret,
/// and nothing here prints one.
public final class Settings {
  private final Choice choice;
  private final Connection connection;
  private final CredentialFinder finder;
  private final Optional<Permissions> permissions;

  Settings(
      Choice choice,
      Connection connection,
      CredentialFinder finder,
      Optional<Permissions> permissions) {
    this.choice = choice;
    this.connection = connection;
    this.finder = finder;
    this.permissions = permissions;
  }

  /// The chosen profile's name; `default` when nobody chose.
  public String profile() {
    return choice.profile().value();
  }

  /// Where orders go; empty when nobody chose, so that nothing may be written.
  public Optional<Environment> environment() {
    return choice.environment().map(Sourced::value);
  }

  /// The OKX site the key belongs to.
  public Site site() {
    return connection.site().value();
  }

  /// Scheme, host and port requests go to, without a path.
  public URI baseUrl() {
    return connection.baseUrl().value().uri();
  }

  /// How long one request may take.
  public Duration timeout() {
    return connection.timeout().value();
  }

  /// The HTTP proxy; its user info, if any, is a secret.
  public Optional<URI> proxy() {
    return connection.proxy().map(it -> it.value().uri());
  }

  /// An extra PEM root certificate to trust; not opened yet.
  public Optional<Path> caFile() {
    return connection.caFile().map(Sourced::value);
  }

  /// Whether flag or file forbid everything that writes; the policy may, too.
  public boolean readOnly() {
    return choice.readOnly().value();
  }

  /// The configuration file in use, if there is one.
  public Optional<Path> file() {
    return choice.file().map(ConfigFile::path);
  }

  /// The names of all profiles, in the file's order.
  public List<String> profiles() {
    return summaries().stream().map(ProfileSummary::name).toList();
  }

  /// What each of them says, in the file's order.
  public List<ProfileSummary> summaries() {
    return choice.file().map(ProfileSummary::all).orElse(List.of());
  }

  /// The credentials for signed requests to [#baseUrl()].
  ///
  /// @throws Fault `AUTH` when there are none, saying where was looked; `CONFIG` when they are
  ///   partial or contradictory, the profile does not exist, file or directory are open to others
  ///   (with the command that closes them), or the base URL is neither OKX's nor this machine's nor
  ///   named by the profile
  public Credentials credentials() {
    exposed().ifPresent(Settings::raise);
    choice.unknownProfile().filter(_ -> finder.candidates().isEmpty()).ifPresent(Settings::raise);
    Credentials found = finder.find();
    if (!connection.signable()) {
      throw new Fault(
          ExitCode.CONFIG,
          connection.baseUrl().source()
              + ": signed requests go to OKX's hosts and loopback only, not to "
              + baseUrl(),
          "Name this base_url in the profile if it is meant.");
    }
    return found;
  }

  /// Every setting with its source, fit for showing: a secret is `set` or `not set`.
  public List<Setting> effective() {
    List<Setting> shown = new ArrayList<>(choice.settings());
    shown.addAll(connection.settings());
    Stream.of(Part.values()).map(finder::shown).forEach(shown::add);
    return shown;
  }

  /// Why the configuration file is not this user's alone, with the command that closes it; empty
  /// when it is, or there is none.
  public Optional<Fault> exposed() {
    return permissions.flatMap(Permissions::fault);
  }

  /// Secrets whose quoting probably does not say what was meant, by their place.
  public List<String> misquoted() {
    return choice.file().map(ConfigFile::warnings).orElse(List.of());
  }

  /// Secrets in use that look like a template's stand-ins, by their place.
  public List<String> placeholders() {
    return finder.warnings();
  }

  /// What works but is probably not meant, or will stop signed requests; never a secret.
  public List<String> warnings() {
    return Stream.of(
            exposed().map(it -> it.getMessage() + ". " + it.hint()).stream(),
            misquoted().stream(),
            connection.warnings().stream(),
            placeholders().stream())
        .flatMap(it -> it)
        .toList();
  }

  @Override
  public String toString() {
    return "Settings" + effective();
  }

  private static void raise(Fault fault) {
    throw fault;
  }
}
