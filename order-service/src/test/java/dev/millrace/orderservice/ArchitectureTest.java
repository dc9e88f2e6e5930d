package dev.millrace.orderservice;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

@AnalyzeClasses(packages = "dev.millrace.orderservice", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDomainKnowsTheJdkOnly = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("..orderservice.domain..", "java..", "org.jspecify.."));

    @ArchTest
    static final ArchRule theDomainHasNoClockAndNoDice = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule fourHopsLeadToTheCore = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("proof")
            .definedBy("..verifying..")
            .layer("edges")
            .definedBy("..ordering..", "..lookup..", "..readmodel..", "..notifying..")
            .layer("deciding")
            .definedBy("..deciding..")
            .layer("wire")
            .definedBy("..wire..")
            .layer("domain")
            .definedBy("..domain..")
            .whereLayer("proof")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("edges")
            .mayOnlyBeAccessedByLayers("proof")
            .whereLayer("deciding")
            .mayOnlyBeAccessedByLayers("proof", "edges")
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("proof", "edges", "deciding")
            .whereLayer("domain")
            .mayOnlyBeAccessedByLayers("proof", "edges", "deciding", "wire");

    @ArchTest
    static final ArchRule theReadModelLivesOnEventsAlone = noClasses()
            .that()
            .resideInAPackage("..readmodel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..deciding..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.millrace.orderservice.(*)..").should().beFreeOfCycles();
}
