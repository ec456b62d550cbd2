package dev.okxguard.paper.engine;

/// A request, or one item of it, that the exchange refuses, in OKX's codes.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String subCode;

  private Refused(int status, String code, String subCode, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.subCode = subCode;
  }

  static Refused because(String code, String message) {
    return new Refused(200, code, "", message);
  }

  static Refused because(String code, String subCode, String message) {
    return new Refused(200, code, subCode, message);
  }

  /// A parameter with an impossible value; HTTP 400 when it concerns the whole request.
  static Refused parameter(String name) {
    return new Refused(400, "51000", "", "Parameter " + name + " error");
  }

  /// A mandatory parameter that is not there.
  static Refused missing(String name) {
    return new Refused(400, "50014", "", "Parameter " + name + " is missing");
  }

  /// The same refusal with that HTTP status.
  Refused status(int other) {
    return new Refused(other, code, subCode, getMessage());
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String subCode() {
    return subCode;
  }
}
