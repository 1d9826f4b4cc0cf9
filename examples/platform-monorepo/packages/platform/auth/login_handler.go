package auth

import "net/http"

// CookieName carries the session; the prefix makes browsers insist on Secure and Path=/.
const CookieName = "__Host-session"

// HandleLogout serves POST /v1/auth/logout: it forgets the session and clears the cookie.
func HandleLogout(forget func(sessionID string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if cookie, err := r.Cookie(CookieName); err == nil {
			forget(cookie.Value)
		}
		http.SetCookie(w, &http.Cookie{Name: CookieName, Path: "/", MaxAge: -1, Secure: true, HttpOnly: true})
		w.WriteHeader(http.StatusNoContent)
	}
}
