"""The briefing: built once as plain values, and written as HTML, PDF, DOCX, PPTX and Markdown."""
