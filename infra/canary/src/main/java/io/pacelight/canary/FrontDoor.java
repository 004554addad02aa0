package io.pacelight.canary;

import tools.jackson.databind.JsonNode;

/** The public API of one district, as its technical user calls it. */
interface FrontDoor {
    /** @return the answer, or a missing node if there is nothing there for this user */
    JsonNode get(String path);

    JsonNode post(String path, String contentType, byte[] body, String idempotencyKey);

    JsonNode upload(String path, String fileName, byte[] file);

    /** An answer that is no success, or none at all. */
    final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String what) {
            super(what);
        }
    }
}
