package dev.okxguard.architecture.violations.okx.wire;

import okhttp3.Request;

/// A call that knows OkHttp, one package too low.
record Call(Request request) {}
