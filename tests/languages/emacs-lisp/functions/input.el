;;; cart.el --- a cart -*- lexical-binding: t -*-

(defun cart-add (item &optional count &rest more)
  "Add ITEM.

Not twice."
  (interactive "p") ; p
  (cons item more))

(defmacro cart-with (cart &rest body)
  `(let ((it ,cart)) ,@body))

(defsubst cart-size () 0)
(cl-defun cart-put (&key item)
  item)
(cl-defmethod cart-show ((c cart))
  c)
(define-minor-mode cart-mode
  "A mode.")

(setq cart-hook (lambda (x)
                  x))
(mapcar (lambda (x) (1+ x)) '(1 2))

(cl-defstruct cart items)
(defclass cart-item () ((name)))
(ert-deftest cart-test ()
  (should t))
