package dev.millrace.broker.access;

import dev.millrace.broker.declared.DeclaredFile;
import dev.millrace.broker.declared.DeclaredSettings;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    DeclaredUsers declaredUsers(DeclaredSettings settings) {
        return DeclaredFile.read(settings.file("users.yml"), DeclaredUsers.class, DeclaredUsers.NONE);
    }

    @Bean
    DeclaredRights declaredRights(DeclaredSettings settings) {
        return DeclaredFile.read(settings.file("acls.yml"), DeclaredRights.class, DeclaredRights.NONE);
    }

    @Bean
    DeclaredQuotas declaredQuotas(DeclaredSettings settings) {
        return DeclaredFile.read(settings.file("quotas.yml"), DeclaredQuotas.class, DeclaredQuotas.NONE);
    }

    @Bean
    Users users(Admin admin, DeclaredUsers declared, AccessSettings settings) {
        return new Users(admin, declared, Passwords.in(settings.passwords(), declared.users()));
    }

    @Bean
    Acls acls(Admin admin, DeclaredRights declared) {
        return new Acls(admin, declared);
    }

    @Bean
    Quotas quotas(Admin admin, DeclaredQuotas declared) {
        return new Quotas(admin, declared);
    }

    @Bean
    UserImport userImport(Admin admin) {
        return new UserImport(() -> Users.existing(admin));
    }

    @Bean
    AclImport aclImport(Admin admin) {
        return new AclImport(() -> Acls.existing(admin));
    }

    @Bean
    QuotaImport quotaImport(Admin admin) {
        return new QuotaImport(() -> Quotas.existing(admin));
    }
}
