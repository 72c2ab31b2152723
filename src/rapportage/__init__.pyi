from rapportage.api import BuildRequest, Finding, Findings, Page, Report, ReportFault, build, check, stijl

__version__: str

__all__ = ["BuildRequest", "Finding", "Findings", "Page", "Report", "ReportFault", "build", "check", "stijl"]
