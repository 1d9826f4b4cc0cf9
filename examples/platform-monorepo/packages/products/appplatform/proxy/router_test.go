package proxy

import "testing"

func TestOnlyOneLabelNamesAnApp(t *testing.T) {
	for host, want := range map[string]bool{"app-7.apps.example": true, "a.b.apps.example": false, "apps.example": false} {
		if _, got := AppOf(host, "apps.example"); got != want {
			t.Errorf("%s: got %v", host, got)
		}
	}
}
