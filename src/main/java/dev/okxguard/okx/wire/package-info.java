/// What goes over the wire: requests, what became of them, the signature, and the answer's
/// envelope.
///
/// Both ends use it: the signed client and the paper exchange. Depends on `model` and Jackson;
/// opens no connection itself.
package dev.okxguard.okx.wire;
