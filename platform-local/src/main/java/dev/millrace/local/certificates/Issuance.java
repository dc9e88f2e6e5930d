package dev.millrace.local.certificates;

import static org.bouncycastle.asn1.x509.GeneralName.dNSName;
import static org.bouncycastle.asn1.x509.GeneralName.iPAddress;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What stands in our certificates; the one class that knows the library which encodes them. */
record Issuance(Instant from, Instant until) {

    /** A clock that is set back a little must not make a fresh certificate one of the future. */
    private static final Duration BACKDATED = Duration.ofHours(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    static Issuance at(Instant now, Duration validity) {
        return new Issuance(now.minus(BACKDATED), now.plus(validity));
    }

    /** Nothing outlives who vouches for it. */
    Issuance within(X509Certificate authority) {
        var end = authority.getNotAfter().toInstant();
        return until.isAfter(end) ? new Issuance(from, end) : this;
    }

    Identity authority() throws IOException {
        try {
            var pair = keyPair();
            var name = new X500Name("CN=Millrace local authority");
            var draft = draft(name, name, pair)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Identity(pair.getPrivate(), List.of(signed(draft, pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    Identity leaf(String name, Identity authority) throws IOException {
        try {
            var pair = keyPair();
            var issuer = authority.certificate();
            var issuerName =
                    X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
            var draft = draft(issuerName, new X500Name("CN=" + name), pair)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, bothEndsOfAConnection())
                    .addExtension(Extension.subjectAlternativeName, false, names(name))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
            return new Identity(pair.getPrivate(), List.of(signed(draft, authority.key()), issuer));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509v3CertificateBuilder draft(X500Name issuer, X500Name subject, KeyPair pair)
            throws GeneralSecurityException, IOException {
        var serial = new BigInteger(127, RANDOM).setBit(126);
        return new JcaX509v3CertificateBuilder(
                        issuer, serial, Date.from(from), Date.from(until), subject, pair.getPublic())
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
    }

    private static X509Certificate signed(X509v3CertificateBuilder draft, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder(Identity.SIGNATURE).build(key);
        return new JcaX509CertificateConverter().getCertificate(draft.build(signer));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    /** Between nodes, each is a server to the others and their client. */
    private static ExtendedKeyUsage bothEndsOfAConnection() {
        return new ExtendedKeyUsage(new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth});
    }

    private static GeneralNames names(String name) {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(dNSName, name),
            new GeneralName(dNSName, "localhost"),
            new GeneralName(iPAddress, "127.0.0.1"),
            new GeneralName(iPAddress, "::1")
        });
    }
}
