package io.pacelight.kit.config;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import java.nio.file.Path;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Says to the store's client how it makes itself known. */
final class MongoSecurity {
    private MongoSecurity() {}

    static void apply(KitProperties.Mongo mongo, MongoClientSettings.Builder settings) {
        String username = mongo.username();
        String password = mongo.password();
        if (username != null && password != null)
            // without a mechanism the driver and the server agree on the strongest SCRAM that both have
            settings.credential(
                    MongoCredential.createCredential(username, mongo.authDatabase(), password.toCharArray()));
        Path certificates = mongo.tls().certificates();
        if (certificates != null) {
            PemSslStoreDetails trusted = PemSslStoreDetails.forCertificate("file:" + certificates);
            SslBundle bundle = SslBundle.of(new PemSslStoreBundle(null, trusted));
            settings.applyToSslSettings(tls -> tls.enabled(true).context(bundle.createSslContext()));
        }
    }
}
