"""The report: one HTML file that opens from disk with no network."""

from holdfast.report.data import ReportData, report_data
from holdfast.report.write import Written, page_template, write_report

__all__ = ["ReportData", "Written", "page_template", "report_data", "write_report"]
