package dev.okxguard.config;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A profile that no file has yet.
///
/// @param baseUrl a server on this machine instead of the site
public record NewProfile(
    String name,
    Credentials credentials,
    boolean demo,
    Site site,
    Optional<URI> baseUrl,
    boolean readOnly) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern SIGNABLE = Pattern.compile("[ -~]+");

  /// What is wrong with a name; empty when a profile may be called so.
  public static Optional<String> problemOfName(String name) {
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of("it must be up to 64 letters, digits, - and _");
  }

  /// What is wrong with a part of the credentials, without repeating it; empty when it may be sent.
  public static Optional<String> problemOf(Secret secret) {
    if (secret.isEmpty()) {
      return Optional.of("it must not be empty");
    }
    if (!secret.matches(SIGNABLE)) {
      return Optional.of("it holds a character that cannot be signed; only printable ASCII can");
    }
    return Quoting.placeholder(secret)
        ? Optional.of("it looks like a placeholder; the one OKX showed is meant")
        : Optional.empty();
  }

  /// The address of a server on this machine.
  ///
  /// @throws Fault `USAGE` when it is none
  public static URI loopback(String text) {
    try {
      URI uri = BaseUrl.parse(text).uri();
      if (BaseUrl.loopback(uri.getHost())) {
        return uri;
      }
    } catch (Invalid _) {
      // Told below.
    }
    throw new Fault(
        ExitCode.USAGE,
        "--base-url must be a server on this machine, such as http://127.0.0.1:8377",
        "OKX itself is chosen by its site");
  }

  /// One that stands for any other, with stand-ins for the secrets.
  public static NewProfile standIn(String name) {
    Credentials key =
        new Credentials(
            new Secret("your-api-key"),
            new Secret("your-secret-key"),
            new Secret("your-passphrase"));
    return new NewProfile(name, key, true, Site.GLOBAL, Optional.empty(), false);
  }

  /// The lines of its table to be completed by hand, with stand-ins for the secrets.
  public List<String> template() {
    return withKey(standIn(name).credentials()).lines();
  }

  /// The same with another key.
  public NewProfile withKey(Credentials key) {
    return new NewProfile(name, key, demo, site, baseUrl, readOnly);
  }

  /// The same in the other environment.
  public NewProfile withDemo(boolean other) {
    return new NewProfile(name, credentials, other, site, baseUrl, readOnly);
  }

  /// The same on another site.
  public NewProfile withSite(Site other) {
    return new NewProfile(name, credentials, demo, other, baseUrl, readOnly);
  }

  /// The lines of its table.
  ///
  /// @throws Fault `CONFIG` when a secret is nothing that a file can hold
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("[profiles." + name + "]");
    lines.add(Part.API_KEY.key() + " = " + literal(credentials.apiKey()));
    lines.add(Part.SECRET_KEY.key() + " = " + literal(credentials.secretKey()));
    lines.add(Part.PASSPHRASE.key() + " = " + literal(credentials.passphrase()));
    lines.add("demo = " + demo);
    lines.add(
        baseUrl
            .map(url -> "base_url = '" + url + "'")
            .orElseGet(() -> "site = '" + site.word() + "'"));
    lines.add("read_only = " + readOnly);
    return lines;
  }

  private static String literal(Secret secret) {
    return TomlText.literal(secret.reveal())
        .orElseThrow(
            () ->
                new Fault(
                    ExitCode.CONFIG,
                    "a line break or another control character in a secret cannot be written",
                    "Copy it again, without the line's end."));
  }
}
