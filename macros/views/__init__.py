"""What templates show: frozen records of display-ready values."""
