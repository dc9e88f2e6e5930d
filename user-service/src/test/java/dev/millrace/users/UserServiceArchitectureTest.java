package dev.millrace.users;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = UserServiceApplication.class, importOptions = DoNotIncludeTests.class)
class UserServiceArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoOtherService = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.millrace..")
                    .and(resideOutsideOfPackages(
                            "dev.millrace.users..", "dev.millrace.starter..", "dev.millrace.contracts..")));

    @ArchTest
    static final ArchRule theWebDoesNotReachPastTheDirectory = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Users")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Keys");

    @ArchTest
    static final ArchRule aUserKnowsNeitherSpringNorTheDatabase = noClasses()
            .that()
            .haveSimpleName("User")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.hibernate..", "java.sql..");
}
