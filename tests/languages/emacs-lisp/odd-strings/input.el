(setq a "; no \"

") ; "
(setq b ?\" c ?; d ?\;) ; ?"
;;; it's "
