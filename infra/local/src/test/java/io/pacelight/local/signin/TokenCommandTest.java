package io.pacelight.local.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {
    private static final Instant NOW = Instant.parse("2026-10-14T13:00:00Z");

    @TempDir
    Path data;

    @BeforeEach
    void a_district_has_run_here() throws IOException {
        SigningKey.in(data);
        Files.writeString(data.resolve("installation.properties"), "district=demo\nissuer=http://localhost:8081\n");
    }

    @Test
    void the_data_desk_is_in_its_group() throws Exception {
        JWTClaimsSet claims = claims("admin");
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8081");
        assertThat(claims.getAudience()).containsExactly("pacelight");
        assertThat(claims.getClaim("preferred_username")).isEqualTo("admin");
        assertThat(claims.getClaim("name")).isEqualTo("Data desk");
        assertThat(claims.getClaim("district")).isEqualTo("demo");
        assertThat(claims.getStringListClaim("groups")).containsExactly("pacelight-data-desk");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(12 * 3600)));
    }

    @Test
    void a_user_of_the_roster_is_in_no_group() throws Exception {
        new People(data).offer(List.of(new Person("okafor", "Ada Okafor", "Teacher", "three classes")));
        JWTClaimsSet claims = claims("okafor", "--hours", "1", "--district", "other");
        assertThat(claims.getClaim("name")).isEqualTo("Ada Okafor");
        assertThat(claims.getClaim("district")).isEqualTo("other");
        assertThat(claims.getStringListClaim("groups")).isEmpty();
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(3600)));
    }

    @Test
    void the_key_is_made_once_and_is_its_owners_alone() throws IOException {
        assertThat(SigningKey.in(data)).isEqualTo(SigningKey.in(data));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("signing-key.jwk"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_mistake_is_one_clear_line() {
        assertThatThrownBy(() -> TokenCommand.token(List.of("--data", "/nowhere", "admin"), NOW))
                .hasMessage("no district in /nowhere; start it with infra/local/up first");
        assertThatThrownBy(() -> TokenCommand.token(List.of(), NOW))
                .hasMessage("for whom? Name a user, for example: infra/local/token admin");
        assertThatThrownBy(() -> TokenCommand.token(List.of("a", "b"), NOW))
                .hasMessage("one user at a time, not 'a' and 'b'");
        assertThatThrownBy(() -> TokenCommand.token(List.of("--hours", "0", "a"), NOW))
                .hasMessage("--hours takes a number from 1, not '0'");
    }

    private JWTClaimsSet claims(String... arguments) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("--data", data.toString()));
        all.addAll(List.of(arguments));
        SignedJWT token = SignedJWT.parse(TokenCommand.token(all, NOW));
        assertThat(token.verify(new RSASSAVerifier(SigningKey.in(data).toRSAPublicKey())))
                .isTrue();
        return token.getJWTClaimsSet();
    }
}
